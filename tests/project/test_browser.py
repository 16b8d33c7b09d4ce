import pytest

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_the_health_address_answers_in_a_real_browser(live_server, page):
    answer = page.goto(f"{live_server.url}/sante/")
    assert answer.status == 200

"""A form sent after its session ended: our own page, with the way back."""

import pytest
from django.test import Client


@pytest.mark.django_db
def test_a_form_without_its_session_leads_back_to_the_sign_in() -> None:
    response = Client(enforce_csrf_checks=True).post("/cms/chiffres/importer/1/lecture/", {"action": "later"})
    page = response.content.decode()
    assert response.status_code == 403
    assert "Connectez-vous de nouveau" in page
    assert "?next=/cms/chiffres/importer/1/lecture/" in page


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/fr/", "/fr/indicateurs/", "/fr/contact/"])
def test_a_public_page_answers_no_form_and_asks_nobody_to_sign_in(address: str) -> None:
    assert Client(enforce_csrf_checks=True).post(address, {"x": "1"}).status_code == 405

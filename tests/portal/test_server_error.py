"""An error of the site itself: a page that asks nothing of the database. No test of this file may reach it."""

from bs4 import BeautifulSoup
from django.test import Client


def test_an_error_is_answered_in_the_language_of_the_address_without_the_database() -> None:
    response = Client(raise_request_exception=False).get("/en/indicateurs/")
    page = BeautifulSoup(response.content.decode(), "html.parser")
    assert response.status_code == 500
    assert page.html["lang"] == "en"
    assert len(page.select("h1")) == 1
    assert page.select_one("form[action='/en/recherche/'] input[type=search]")
    assert [link["href"] for link in page.select("main a")] == ["/en/", "/en/odd/", "/en/indicateurs/"]

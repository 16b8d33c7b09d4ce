"""« Cette page vous a-t-elle été utile ? »: no cookie, no identifier, from our own pages only, read by the team."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from home import opinions
from home.models import Opinion
from home.opinions import forget_old_opinions, give_opinion, opinions_by_page
from home.watch import unhelpful_pages
from tests.factories.indicators import make_user
from tests.factories.pages import make_editor

pytestmark = pytest.mark.django_db
HERE = {"HTTP_SEC_FETCH_SITE": "same-origin"}


def test_every_page_asks_and_sets_no_cookie() -> None:
    for address in ("/fr/", "/fr/indicateurs/", "/fr/odd/5/", "/en/articles/"):
        response = Client().get(address)
        assertContains(response, f'<input type="hidden" name="page" value="{address}">')
        assert not response.cookies


def test_an_answer_is_kept_and_thanked() -> None:
    client = Client()
    response = client.post("/fr/avis/", {"page": "/fr/odd/5/", "u": "0"}, follow=True, **HERE)
    assertContains(response, "Merci pour votre avis")
    assert not client.cookies
    assert Opinion.objects.get().is_useful is False


def test_a_comment_is_kept_apart_from_the_answer() -> None:
    give_opinion(address="/fr/odd/5/", is_useful=True)
    response = Client().post("/fr/avis/", {"page": "/fr/odd/5/", "commentaire": " Clair. "}, follow=True, **HERE)
    assertNotContains(response, "<textarea")
    assert list(Opinion.objects.values_list("is_useful", "comment")) == [(None, "Clair."), (True, "")]


def test_an_answer_from_another_site_is_refused_in_words() -> None:
    response = Client().post("/fr/avis/", {"page": "/fr/", "u": "1"}, HTTP_SEC_FETCH_SITE="cross-site")
    assertContains(response, "ne vient pas d’une page du site", status_code=403)
    response = Client().post("/fr/avis/", {"page": "/fr/", "u": "1"}, HTTP_ORIGIN="https://example.org")
    assert response.status_code == 403
    assert not Opinion.objects.exists()


@pytest.mark.parametrize("page", ["", "https://example.org/", "/nulle-part", "/" + "x" * 400, "\x00"])
def test_an_answer_about_no_page_of_the_site_is_refused(page: str) -> None:
    assert Client().post("/fr/avis/", {"page": page, "u": "1"}, **HERE).status_code == 400
    assert not Opinion.objects.exists()


def test_an_empty_answer_says_what_to_do() -> None:
    assertContains(Client().post("/fr/avis/", {"page": "/fr/"}, **HERE), "Choisissez oui ou non", status_code=400)


def test_a_flood_is_not_taken_for_readers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opinions, "MOST_AN_HOUR", 1)
    give_opinion(address="/fr/", is_useful=True)
    response = Client().post("/fr/avis/", {"page": "/fr/", "u": "1"}, **HERE)
    assertContains(response, "Réessayez dans une heure", status_code=429)


def test_the_page_about_opinions_leads_nowhere_else() -> None:
    assertNotContains(Client().get("/fr/avis/", {"page": "https://example.org/", "merci": "1"}), "example.org")


def test_pages_that_helped_least_come_first() -> None:
    for address, is_useful in (("/fr/", True), ("/fr/odd/5/", False), ("/fr/odd/5/", True)):
        give_opinion(address=address, is_useful=is_useful)
    assert [(page.address, page.share) for page in opinions_by_page()] == [("/fr/odd/5/", 50), ("/fr/", 100)]


def test_opinions_are_forgotten_after_two_years() -> None:
    give_opinion(address="/fr/", is_useful=True)
    Opinion.objects.update(given_at=timezone.now() - timedelta(days=731))
    assert forget_old_opinions() == 1


def test_the_team_reads_answers_and_comments(client: Client) -> None:
    give_opinion(address="/fr/odd/5/", comment="<b>Et le détail ?</b>")
    client.force_login(make_editor())
    assertContains(client.get(reverse("home_opinions")), "&lt;b&gt;Et le détail ?")


def test_nobody_else_reads_them(client: Client) -> None:
    assert client.get(reverse("home_opinions")).status_code == 302
    client.force_login(make_user())
    assert client.get(reverse("home_opinions")).status_code in (302, 403)


def test_the_dashboard_names_the_page_that_helped_least() -> None:
    assert unhelpful_pages(make_editor()) == []
    give_opinion(address="/fr/odd/5/", is_useful=False)
    (notice,) = unhelpful_pages(None)
    assert "/fr/odd/5/" in notice.about

"""The whole demo, pages included: loaded once for all tests of this file, then rolled back."""

from collections.abc import Iterator
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import Client
from django.utils import translation

from home.demo.content import page_contents
from home.demo.places import demo_pages, existing_page
from home.models import StandardPage
from indicators.models import Goal
from portal.generation import renew_generation
from portal.localisation import lags_since
from portal.models import FourEyesTaskState
from sdg_pages.models import ArticlePage, SdgPage

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def loaded(django_db_setup: None, django_db_blocker) -> Iterator[str]:
    """What the command said."""
    output = StringIO()
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("seed_demo", stdout=output)
        yield output.getvalue()
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def _demo(loaded: str, db: None) -> None:
    """Every test of this file sees the loaded demo."""


def test_the_command_says_how_many_pages_it_brought(loaded: str) -> None:
    assert f"{len(page_contents())} pages loaded" in loaded


def test_every_page_is_online_in_both_languages() -> None:
    for content in page_contents():
        for language in ("fr", "en"):
            page = existing_page(content, language)
            assert page is not None, (content.key, language)
            assert page.live, (content.key, language)
            assert page.live_revision_id


def test_every_page_was_approved_by_somebody_else_than_its_author() -> None:
    for page in demo_pages():
        state = FourEyesTaskState.objects.filter(revision=page.live_revision, status="approved").get()
        assert state.finished_by_id != page.live_revision.user_id


def test_the_page_of_a_goal_has_the_name_of_the_goal_in_its_language() -> None:
    for page in SdgPage.objects.select_related("goal", "locale"):
        assert page.title == getattr(page.goal, f"name_{page.locale.language_code}")


def test_no_translation_lags() -> None:
    assert [page.title for page in demo_pages() if lags_since(page)] == []


def test_every_page_answers_and_no_figure_is_missing() -> None:
    renew_generation()
    for page in demo_pages():
        response = Client().get(page.get_url())
        assert response.status_code == 200
        content = response.content.decode()
        assert "(chiffre retiré)" not in content, page
        assert "n’est plus publié" not in content, page


def test_at_least_eight_goals_have_an_analysis() -> None:
    written = [page for page in SdgPage.objects.filter(locale__language_code="fr") if page.body]
    assert len(written) >= min(8, sum(content.model == "goal" for content in page_contents()))


def test_loading_again_changes_nothing() -> None:
    output = StringIO()
    before = ArticlePage.objects.count()
    call_command("seed_demo", stdout=output)
    assert "0 pages loaded" in output.getvalue()
    assert ArticlePage.objects.count() == before


def test_removal_gives_back_the_pages_of_a_new_installation() -> None:
    with translation.override("fr"):
        call_command("remove_demo", stdout=StringIO())
    assert not ArticlePage.objects.exists()
    assert SdgPage.objects.filter(live=True).count() == 2 * Goal.objects.count()
    assert not any(page.body for page in SdgPage.objects.all())
    assert Client().get("/fr/odd/8/").status_code == 200
    about = StandardPage.objects.get(slug="a-propos", locale__language_code="fr")
    assert about.live
    assert about.live_revision_id is None
    assert about.body[0].value["text"] == "Pourquoi un observatoire"

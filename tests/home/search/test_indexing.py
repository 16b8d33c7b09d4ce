"""The index holds what is public, and follows it."""

import pytest

from home.models import SearchEntry, SearchWord
from home.search.indexing import SUMMARY, TITLE, index_entries
from home.search.rebuilding import rebuild_all, refresh_indicator
from indicators.models import Indicator
from portal import slots
from portal.findable import Findable, findables_changed
from portal.generation import current_generation
from tests.factories.indicators import make_indicator, make_live, make_release
from tests.factories.pages import make_article

pytestmark = pytest.mark.django_db


def found(reference: str = "1", **fields: str) -> Findable:
    return Findable(**({"kind": "page", "reference": reference, "title": "Emploi", "address": "/fr/a/"} | fields))


def titles(language: str = "fr") -> set[str]:
    return set(SearchEntry.objects.filter(language=language).values_list("title", flat=True))


def test_a_word_keeps_the_weight_of_the_best_place_where_it_stands() -> None:
    index_entries(language="fr", findables=[found(summary="L’emploi et le travail", text="travail")])
    weights = dict(SearchWord.objects.values_list("word", "weight"))
    assert weights == {"emploi": TITLE, "travail": SUMMARY}


def test_indexing_again_what_did_not_change_writes_nothing() -> None:
    assert index_entries(language="fr", findables=[found()]) == 1
    before = current_generation()
    assert index_entries(language="fr", findables=[found()]) == 0
    assert current_generation() == before


def test_the_same_thing_may_be_found_in_two_languages() -> None:
    for language in ("fr", "en"):
        index_entries(language=language, findables=[found()])
    assert SearchEntry.objects.count() == 2


def test_rebuilding_finds_published_indicators_and_live_pages_only() -> None:
    make_live(make_release(make_indicator("public", title_fr="Chiffre public")))
    make_release(make_indicator("brouillon", title_fr="Chiffre en attente"))
    make_article("Article public")
    make_article("Article en attente", live=False)
    rebuild_all()
    assert {"Chiffre public", "Article public"} <= titles()
    assert not {"Chiffre en attente", "Article en attente"} & titles()


def test_rebuilding_twice_changes_nothing_the_second_time() -> None:
    make_live(make_release(make_indicator()))
    rebuild_all()
    assert rebuild_all() == {"fr": 0, "en": 0}


def test_rebuilding_removes_what_is_not_public_any_more() -> None:
    index_entries(language="fr", findables=[found(title="Disparu")])
    rebuild_all()
    assert "Disparu" not in titles()


def test_an_indicator_is_found_as_soon_as_it_is_published_and_no_longer_than_that(
    django_capture_on_commit_callbacks,
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        publication = make_live(make_release(make_indicator("emploi")))
    assert {"Indicateur emploi"} <= titles("fr")
    assert {"Indicator emploi"} <= titles("en")
    with django_capture_on_commit_callbacks(execute=True):
        publication.delete()
    assert "Indicateur emploi" not in titles("fr") | titles("en")


def test_an_article_is_found_as_soon_as_it_is_online_and_no_longer_than_that(
    django_capture_on_commit_callbacks,
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        article = make_article("Le vélo au travail")
    assert "Le vélo au travail" in titles()
    with django_capture_on_commit_callbacks(execute=True):
        article.unpublish()
    assert "Le vélo au travail" not in titles()


def test_a_deleted_article_is_not_found(django_capture_on_commit_callbacks) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        make_article("Le vélo au travail").delete()
    assert "Le vélo au travail" not in titles()


def test_following_a_publication_renews_cached_pages_of_results(django_capture_on_commit_callbacks) -> None:
    release = make_release(make_indicator())
    make_live(release)
    before = current_generation()
    refresh_indicator(release.indicator_id)
    assert current_generation() > before


def test_what_another_application_gives_is_found_when_it_says_so(
    monkeypatch: pytest.MonkeyPatch, django_capture_on_commit_callbacks
) -> None:
    term = found("terme", kind="term", title="Ventilation", address="/fr/glossaire/#ventilation")
    monkeypatch.setattr(slots.SEARCH_ENTRIES, "providers", [lambda language: [term]])
    with django_capture_on_commit_callbacks(execute=True):
        findables_changed.send(sender=Indicator)
    assert "Ventilation" in titles()

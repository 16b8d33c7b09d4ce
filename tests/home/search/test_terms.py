"""The words of the glossary are found once they are published and the glossary has a page."""

import pytest
from django.utils import translation

from home.search import terms
from portal.models import Term

pytestmark = pytest.mark.django_db


def term(slug: str, *, live: bool) -> None:
    fields = {"name_fr": slug.capitalize(), "definition_fr": "Une explication."}
    Term.objects.bulk_create([Term(slug=slug, live=live, **fields)])


def test_published_terms_lead_to_their_place_in_the_glossary(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(terms, "is_view", lambda word: True)
    term("essai", live=True)
    term("brouillon", live=False)
    with translation.override("fr"):
        found = {item.title: item.address for item in terms.term_findables("fr")}
    assert found["Essai"] == "/fr/glossaire/#essai"
    assert "Brouillon" not in found


def test_without_a_page_of_the_glossary_no_term_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(terms, "is_view", lambda word: False)
    term("essai", live=True)
    assert terms.term_findables("fr") == []

"""A citation names producer, title, territory, release, day, and an address that stays."""

from datetime import UTC, datetime

import pytest
from django.http import QueryDict
from django.utils.translation import override

from indicators.models import Publication, Release
from indicators.outputs.citation import bibtex, citation
from indicators.outputs.sharing import choices_query, embed_code
from indicators.selectors import Choices, indicator_page, published_indicator
from portal.branding import branding
from tests.factories.indicators import make_indicator, make_live, make_release, make_source

pytestmark = pytest.mark.django_db


def page_of(slug: str, number: int | None = None):
    indicator = published_indicator(slug)
    release = Release.objects.get(indicator=indicator, number=number) if number else indicator.publication.release
    release.indicator = indicator
    return indicator_page(indicator, release, Choices())


def published(**fields):
    source = make_source("base", name_fr="Base salariés", name_en="Wages", producer="Insee")
    indicator = make_indicator("ecart", title_fr="Écart de salaire", title_en="Pay gap", source=source, **fields)
    for _number in range(2):
        publication = make_live(make_release(indicator, {"2023": "14.9", "2024": "14.6"}))
    moment = datetime(2026, 11, 3, 23, 30, tzinfo=UTC)  # the 4th in Paris
    Publication.objects.filter(pk=publication.pk).update(published_at=moment)
    return indicator


def test_a_citation_is_complete_in_french():
    published()
    assert citation(page_of("ecart"), branding()).replace("\u00a0", " ") == (
        "Insee, Base salariés. « Écart de salaire », Nantes Métropole. Observatoire RSE–ODD, Nantes Métropole, "
        "version 2 du 4 novembre 2026. http://127.0.0.1:8000/fr/indicateurs/ecart/versions/2/ "
        "(consulté le [date de consultation])."
    )


def test_a_citation_names_the_page_of_its_language():
    published()
    with override("en"):
        words = citation(page_of("ecart"), branding())
    assert words.startswith("Insee, Wages.")
    assert "Pay gap" in words
    assert "/en/indicateurs/ecart/versions/2/" in words


def test_a_former_version_is_cited_under_its_own_address():
    published()
    assert "/versions/1/" in citation(page_of("ecart", 1), branding())


def test_the_entry_for_bibliographies_is_escaped():
    indicator = published()
    indicator.source.producer = "R&D {50 %} \\input"
    page = page_of("ecart")
    page.indicator.source.producer = indicator.source.producer
    entry = bibtex(page, branding())
    assert entry.startswith("@misc{ecart-v2,\n  author = {{R\\&D \\{50 \\%\\} \\textbackslash{}input}},")
    assert "  title = {{Écart de salaire, Nantes Métropole}}," in entry
    assert "  year = {2026}," in entry
    assert "  month = nov,\n}" in entry
    assert "  url = {http://127.0.0.1:8000/fr/indicateurs/ecart/versions/2/}," in entry


def test_the_title_of_an_embedded_figure_is_escaped():
    code = embed_code("https://a.example/?a=1&b=2", '"><script>', branding())
    assert "<script>" not in code
    assert 'src="https://a.example/?a=1&amp;b=2"' in code
    assert 'loading="lazy"' in code


@pytest.mark.parametrize(
    ("query", "kept"),
    [
        ("", ""),
        ("vue=temps&t=a%3Ab&t=c", "?vue=temps&t=a%3Ab&t=c"),
        ("vue=sexe&periode=2021", "?vue=sexe&periode=2021"),
    ],
)
def test_the_choices_of_a_view_make_its_address(query, kept):
    assert choices_query(Choices.from_query(QueryDict(query))) == kept

"""Every text of a body is translated with its page, and its figures stay those of the indicator."""

import pytest
from django.utils.translation import override
from wagtail.models import Locale
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments
from wagtail_localize.segments.ingest import ingest_segments

from sdg_pages.blocks import BodyBlock
from sdg_pages.models import ArticlePage
from tests.factories.blocks import body, chart_value, figure_value
from tests.factories.indicators import make_indicator, make_live, make_release
from tests.factories.pages import make_article

pytestmark = pytest.mark.django_db


def item(value, key):
    """An item of a list as the editor keeps it."""
    return {"type": "item", "value": value, "id": key}


@pytest.fixture
def article():
    indicator = make_indicator("emploi", title_en="Employment")
    make_live(make_release(indicator, {"2021": "41", "2022": "42"}))
    resource = {"title": "Guide", "page": None, "address": "https://example.org/", "description": "", "file_format": ""}
    table = {
        "caption": "Titre",
        "columns": [{"type": "text", "heading": "Mesure"}, {"type": "number", "heading": "Coût"}],
        "rows": [{"values": ["Décaler", "3"]}],
    }
    page = make_article(
        live=False,
        body=body(
            ("heading", {"text": "Partie", "level": "h2"}),
            ("paragraph", "<p>Un texte.</p>"),
            ("sentence", "On compte {chiffre:emploi}."),
            ("figure", figure_value(indicator)),
            ("chart", chart_value(indicator, title="Graphique")),
            ("table", table),
            ("resources", {"title": "Suite", "resources": [item(resource, "r0")]}),
            ("figure_table", {"title": "Bref", "indicators": [item(indicator.pk, "i0")], "territories": []}),
        ),
    )
    return ArticlePage.objects.get(pk=page.pk)


def test_texts_are_translated_and_figures_follow_the_indicator(article):
    segments = [one for one in extract_segments(article) if one.path.startswith("body.")]
    texts = {one.path: one.string for one in segments if isinstance(one, StringSegmentValue)}
    for one in segments:
        if isinstance(one, StringSegmentValue):
            one.string = type(one.string).from_plaintext(f"EN {one.render_text()}")
    translated = ArticlePage.objects.get(pk=article.pk)
    languages = {locale.language_code: locale for locale in Locale.objects.all()}
    ingest_segments(article, translated, languages["fr"], languages["en"], segments)
    with override("en"):
        html = BodyBlock().render(translated.body)
    for text in (
        "Partie",
        "Un texte.",
        "On compte",
        "Graphique",
        "Titre",
        "Mesure",
        "Décaler",
        "Suite",
        "Guide",
        "Bref",
    ):
        assert f"EN {text}" in html
    assert len(texts) >= 10
    assert "Employment" in html
    assert "42.0%" in html

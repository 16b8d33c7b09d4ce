"""An article, a resource, an event: who wrote it, when, what it rests on, what was corrected."""

import json
from datetime import UTC, date, datetime

import pytest
from django.test import Client
from django.utils import translation
from pytest_django.asserts import assertContains
from wagtail.models import ReferenceIndex

from indicators.models import Goal
from sdg_pages.selectors.stories import stories_about
from sdg_pages.wording.moments import when
from sdg_pages.wording.reading import reading_minutes
from tests.factories.blocks import body
from tests.factories.indicators import make_indicator, make_live, make_release
from tests.factories.pages import make_article, make_event, make_resource

pytestmark = pytest.mark.django_db


def figure_block(indicator) -> dict:
    return {"type": "figure", "value": {"indicator": indicator.pk, "freshness": "live", "version": None}}


def paragraph(text: str) -> dict:
    return {"type": "paragraph", "value": f"<p>{text}</p>"}


def test_an_article_says_who_wrote_it_and_that_it_was_reviewed() -> None:
    page = make_article("Aller au travail", signed_by="Équipe de la plateforme RSE", kind="analyse")
    response = Client().get(page.url)
    assertContains(response, "Analyse. Équipe de la plateforme RSE")
    assertContains(response, "Relu avant publication.")


def test_an_article_lists_the_figures_it_shows() -> None:
    indicator = make_indicator("trajets", title_fr="Accidents de trajet")
    make_live(make_release(indicator, {"2021": "4.2", "2022": "5.1"}))
    page = make_article(body=[figure_block(indicator)])
    response = Client().get(page.url)
    assertContains(response, "Les chiffres de cet article")
    assertContains(response, "5,1")


def test_a_correction_is_dated() -> None:
    correction = {
        "type": "correction",
        "value": {"date": date(2026, 11, 16), "text": "La part était notée « sept sur dix »."},
    }
    response = Client().get(make_article(corrections=[("correction", correction["value"])]).url)
    assertContains(response, "Correction du 16\u00a0novembre 2026")


def test_an_article_is_described_to_search_engines() -> None:
    content = Client().get(make_article("Aller au travail").url).content.decode()
    blocks = [part.split("</script>")[0] for part in content.split('<script type="application/ld+json">')[1:]]
    kinds = {json.loads(block)["@type"] for block in blocks}
    assert {"Article", "BreadcrumbList"} <= kinds


def test_a_long_text_takes_longer_to_read() -> None:
    assert reading_minutes(make_article()) == 1
    assert reading_minutes(make_article(body=[paragraph("mot " * 450)])) == 3


def test_a_resource_tells_its_practical_facts() -> None:
    page = make_resource(provider="Carsat", cost="Gratuit", link="https://example.org/outil")
    response = Client().get(page.url)
    assertContains(response, "Proposé par")
    assertContains(response, "https://example.org/outil")


def test_an_event_tells_its_date_in_local_time() -> None:
    page = make_event(starts_at=datetime(2027, 1, 12, 8, tzinfo=UTC), ends_at=datetime(2027, 1, 12, 11, 30, tzinfo=UTC))
    assertContains(Client().get(page.url), "12\u00a0janvier 2027, de 9\u00a0h à 12\u00a0h\u00a030")


def test_the_date_of_an_event_follows_the_language() -> None:
    start, end = datetime(2027, 1, 12, 8, tzinfo=UTC), datetime(2027, 1, 14, 8, tzinfo=UTC)
    with translation.override("fr"):
        assert when(start, end) == "du 12\u00a0janvier 2027 au 14\u00a0janvier 2027"


def test_an_indicator_knows_the_articles_that_show_it() -> None:
    indicator = make_indicator("trajets")
    make_live(make_release(indicator, {"2022": "5.1"}))
    page = make_article("Aller au travail", body=[figure_block(indicator)])
    make_article("Sans chiffre")
    ReferenceIndex.create_or_update_for_object(page)
    with translation.override("fr"):
        assert [story.title for story in stories_about(indicator)] == ["Aller au travail"]


@pytest.mark.parametrize("place", ["{chiffre:trajets}", "{tendance: trajets }", "{chiffre:trajets@1}"])
def test_an_indicator_knows_the_articles_that_write_it_in_a_sentence(place: str, django_assert_num_queries) -> None:
    indicator = make_indicator("trajets")
    make_live(make_release(indicator, {"2022": "5.1"}))
    make_article("En une phrase", body=body(("sentence", f"Aujourd’hui, {place}.")))
    make_article("Le mot seul", body=body(("paragraph", "<p>Vos trajets, et {chiffre:trajets-longs}.</p>")))
    with translation.override("fr"):
        stories_about(indicator)
        with django_assert_num_queries(4):
            assert [story.title for story in stories_about(indicator)] == ["En une phrase"]


def test_goals_of_an_article_lead_to_their_pages() -> None:
    page = make_article(goals=[Goal.objects.get(number=8)])
    assertContains(Client().get(page.url), 'href="/fr/odd/8/"')

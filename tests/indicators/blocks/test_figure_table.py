"""A table of figures says the unit and the period of every line, and its sources."""

import pytest

from indicators.models import Territory
from tests.factories.blocks import refusals, rendered
from tests.factories.indicators import add_rows, focus, make_indicator, make_live, make_release, make_source

pytestmark = pytest.mark.django_db


@pytest.fixture
def france():
    return Territory.objects.get(level="country", code="FR")


@pytest.fixture
def indicator(france):
    one = make_indicator("pauvrete", title_fr="Taux de pauvreté", source=make_source("insee", producer="Insee"))
    release = make_release(one, {"2021": "12", "2022": "13"})
    add_rows(release, {"2021": "15"}, territory=france)
    make_live(release)
    return one


def value(indicators, places):
    return {
        "title": "En bref",
        "indicators": [one.pk for one in indicators],
        "territories": [place.pk for place in places],
    }


def test_each_line_has_its_unit_its_period_and_a_mark_where_there_is_no_value(indicator, france):
    html = rendered(("figure_table", value([indicator], [focus(), france])))
    assert "%, 2022" in html
    assert "<td>13,0</td>" in html
    assert "15,0" not in html
    assert '<abbr title="' in html
    assert "Insee, " in html
    assert "<caption>En bref</caption>" in html


def test_a_line_that_is_not_public_any_more_is_counted_and_not_shown(indicator):
    hidden = make_indicator("cache", title_fr="Caché", live=False)
    html = rendered(("figure_table", value([indicator, hidden], [focus()])))
    assert "Un indicateur de ce tableau n’est plus publié." in html
    assert "Caché" not in html
    assert "Caché" in refusals("figure_table", value([indicator, hidden], [focus()]))[0]


def test_submission_wants_an_indicator_and_a_territory(indicator):
    assert refusals("figure_table", value([], [focus()])) != []
    assert refusals("figure_table", value([indicator], [])) != []
    assert refusals("figure_table", value([], []), draft=True) == []

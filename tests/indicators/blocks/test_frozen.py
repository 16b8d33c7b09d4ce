"""The team is told which pages keep a figure that a newer release has made old."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from indicators.blocks.frozen import frozen_figures_with_newer_release
from tests.factories.blocks import body, chart_value, figure_value
from tests.factories.indicators import make_indicator, make_live, make_release
from tests.factories.pages import make_article

pytestmark = pytest.mark.django_db


def test_only_live_pages_with_a_figure_behind_its_indicator_are_listed():
    indicator = make_indicator("emploi")
    make_live(make_release(indicator))
    old = make_article("Ancien", body=body(("chart", chart_value(indicator, version=1))))
    make_article("Vivant", body=body(("figure", figure_value(indicator))))
    make_article("Brouillon", live=False, body=body(("figure", figure_value(indicator, version=1))))
    assert frozen_figures_with_newer_release() == []
    make_live(make_release(indicator))
    make_article("Phrase", body=body(("sentence", "{chiffre:emploi@1} {chiffre:emploi@2} {chiffre:emploi}")))
    found = frozen_figures_with_newer_release()
    assert [(one.page.title, one.version, one.current) for one in found] == [("Ancien", 1, 2), ("Phrase", 1, 2)]
    assert found[0].page == old


def test_more_pages_cost_no_more_queries():
    indicator = make_indicator("emploi")
    make_live(make_release(indicator))
    counts = []
    for rank in range(3):
        make_article(f"Article {rank}", body=body(("figure", figure_value(indicator, version=1))))
        with CaptureQueriesContext(connection) as captured:
            frozen_figures_with_newer_release()
        counts.append(len(captured))
    assert counts[1] == counts[2]

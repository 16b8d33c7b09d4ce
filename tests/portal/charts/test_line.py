"""The line chart says what is missing, what breaks, what is provisional, and needs no inline style."""

from decimal import Decimal

import pytest
from django.template.loader import render_to_string
from django.utils.translation import override

from portal.charts import ChartPoint, ChartSeries, ChartTarget, line_chart, sparkline
from portal.charts.paths import runs


def series(*values: str | None, first: int = 2018, provisional: int = 0, broken: int = -1, **fields) -> ChartSeries:
    points = tuple(
        ChartPoint(
            float(first + index),
            str(first + index),
            None if value is None else Decimal(value),
            is_provisional=index >= len(values) - provisional,
            is_break=index == broken,
        )
        for index, value in enumerate(values)
    )
    named = {"key": "1", "name": "Nantes Métropole", "short_name": "Nantes", "is_focus": True} | fields
    return ChartSeries(points=points, **named)


def draw(*some: ChartSeries, **options):
    return line_chart(some, description="Courbe", unit="%", **options)


def test_a_missing_value_is_a_gap():
    assert [len(run) for run in runs(series("1", "2", None, "4", "5"))] == [2, 2]


def test_an_absent_period_is_a_gap():
    points = series("1", "2", "3", "4").points
    holed = ChartSeries("1", "", "", (points[0], points[1], points[3]))
    assert [len(run) for run in runs(holed)] == [2, 1]


def test_a_break_cuts_the_line_and_is_ruled_half_way():
    chart = draw(series("1", "2", "5", "6", broken=2))
    assert chart.focus.count("M") == 2
    assert len(chart.break_places) == 1


def test_provisional_values_are_dashed_with_hollow_dots():
    chart = draw(series("1", "2", "3", "4", provisional=2))
    assert chart.focus_dashed.count("M") == 2
    assert chart.hollow.count("M") == 2


def test_the_axis_reaches_the_year_of_the_target():
    chart = draw(series("9", "8", "7"), target=ChartTarget(2030, Decimal(4), Decimal("5.2")))
    assert chart.x_ticks[-1].text == "2030"
    assert chart.projection
    assert [line.text for label in chart.wide.target for line in label.lines] == [
        "au rythme actuel\u00a0: 5,2\u00a0%",
        "objectif 2030\u00a0: 4\u00a0%",
    ]


def test_nothing_is_drawn_without_a_value_of_the_focus():
    assert draw(series(None, None)) is None


def test_a_single_value_is_a_dot():
    chart = draw(series("3"))
    assert chart.dots.endswith("h0")


def test_comparators_are_cut_to_the_years_of_the_focus():
    other = series("5", "6", "7", "8", first=2010, is_focus=False, key="2", name="France", short_name="France")
    chart = draw(series("1", "2", first=2012), other)
    assert chart.x_ticks[0].text == "2012"


def test_the_markup_has_no_inline_style_and_escapes_names():
    other = series("5", "6", is_focus=False, key="2", name="<b>", short_name="<b>")
    html = render_to_string("portal/charts/line.html", {"chart": draw(series("1", "2"), other)})
    assert "style=" not in html
    assert "<b>" not in html
    assert "&lt;b&gt;" in html


def test_coordinates_never_follow_the_language_of_the_page():
    html = render_to_string("portal/charts/line.html", {"chart": draw(series("1.5", "2.25", "3"))})
    assert '"100,00%"' not in html
    assert "," not in html.split(' d="')[3].split('"')[0]


def test_a_sparkline_of_a_stable_series_is_flat():
    line = sparkline(series("10", "10.1", "10").points)
    heights = [float(place.split(" ")[1]) for place in line.solid[1:].split("L")]
    assert max(heights) - min(heights) < 2


def test_a_sparkline_needs_two_values():
    assert sparkline(series("10", None).points) is None


@pytest.mark.parametrize("count", [1, 41])
def test_long_series_keep_only_their_last_dot(count):
    chart = draw(series(*["5"] * count, first=1980))
    assert chart.dots.count("h0") == 1


@pytest.mark.parametrize(("language", "colon"), [("fr", "\u00a0: "), ("en", ": ")])
def test_the_interactive_chart_is_told_the_colon_of_the_language(language, colon):
    with override(language):
        assert draw(series("1", "2", "3")).explore["colon"] == colon

"""What `make quality` looks at and how it counts; its measures are tried on real pages in `tests/e2e`."""

import pytest

from ops.quality.lighthouse import medians
from ops.quality.measure import Measure
from ops.quality.pages import kind
from ops.quality.report import gathered
from ops.quality.states import exemption, expected_status, fixed_states, main_kind, one_of_each_main_kind
from ops.quality.weight import Weight

LIGHT = Weight(kilobytes=40, kilobytes_touched=90, requests=5, elements=370)


def budget_said(path: str = "/fr/odd/8/", **fields: float) -> list[str]:
    return Measure(path, Weight(**{**vars(LIGHT), **fields})).over_budget()


def test_a_page_at_the_limit_is_within_its_budgets():
    assert budget_said() == []


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("elements", 371, "371 elements"),
        ("requests", 6, "6 requests"),
        ("kilobytes", 61, "61 KB"),
        ("kilobytes_touched", 131, "131 KB once touched"),
        ("heaviest_image", 31, "an image of 31 KB"),
        ("shift", 0.02, "layout shift 0.020"),
        ("first_figure", 801, "first figure at 801 px"),
    ],
)
def test_each_budget_is_said_when_it_is_exceeded(field: str, value: float, said: str):
    assert f"over budget: {said}" in budget_said(**{field: value})


def test_full_lists_are_exempt_from_the_number_of_elements_alone():
    assert budget_said("/fr/indicateurs/?odd=5", elements=400) == []
    assert budget_said("/fr/indicateurs/", elements=400, requests=6)[0] == "over budget: 6 requests"
    assert exemption("/fr/odd/8/") == exemption("/fr/indicateurs/chomage/") == exemption("/fr/") == ""


def test_goals_with_figures_and_tools_are_kinds_of_their_own():
    assert kind("/fr/odd/8/", '<p class="val">4</p>') != kind("/fr/odd/14/")
    tool = '<dl class="spec facts">\n<dt>Proposé par</dt>'
    assert kind("/fr/articles/guide/", tool) != kind("/fr/articles/analyse/")


def test_one_page_of_each_kind_that_readers_land_on_is_looked_at_more_closely():
    paths = ["/en/", "/fr/", "/fr/odd/", "/fr/odd/8/", "/fr/odd/9/", "/fr/indicateurs/", "/fr/indicateurs/chomage/"]
    assert one_of_each_main_kind(paths) == {
        "home": "/fr/",
        "goal": "/fr/odd/8/",
        "catalogue": "/fr/indicateurs/",
        "indicator": "/fr/indicateurs/chomage/",
    }
    assert main_kind("/en/articles/analyse/") == "article"


def test_error_pages_are_states_that_say_so():
    codes = {expected_status(path) for path in fixed_states("en")}
    assert codes == {200, 404, 500}


def test_a_fault_seen_in_several_views_is_one_fault():
    assert gathered(["label: #q [390 px light]", "label: #q [320 px dark]", "6 requests"]) == [
        "label: #q [390 px light and 1 more]",
        "6 requests",
    ]


def test_a_failed_run_of_lighthouse_counts_as_zero():
    good = {"performance": 99, "accessibility": 100, "best-practices": 100, "seo": 100}
    assert medians([good, good, {}]) == good
    assert medians([good, {}, {}])["seo"] == 0

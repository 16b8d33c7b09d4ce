"""The indicators of a goal: judged, compared for the same period, read in a fixed number of queries."""

from decimal import Decimal

import pytest

from indicators.models import Indicator, PeerGroup, Territory
from indicators.models.indicator import Kind
from sdg_pages.models import SdgPage
from sdg_pages.selectors.goal_facts import goal_facts
from sdg_pages.selectors.goal_figures import GoalFigure, goal_figures
from tests.factories.indicators import add_rows, make_indicator, make_live, make_release
from tests.factories.pages import goal_page, make_article

pytestmark = pytest.mark.django_db

IMPROVES = {"2019": "10", "2020": "11", "2021": "12", "2022": "13", "2023": "14", "2024": "15"}


def publish(code: str = "", values: dict[str, str] | None = None, **fields: object) -> Indicator:
    """A public indicator of goal 5 with its figures at the focus."""
    indicator = make_indicator(code, **({"goals": (5,), "direction": 1} | fields))
    make_live(make_release(indicator, values or IMPROVES))
    return indicator


def france() -> Territory:
    return Territory.objects.get(code="FR", scheme="ISO3166-1 alpha-2")


def figures() -> list[GoalFigure]:
    return goal_figures(5, goal_page(5).body)


def test_only_published_indicators_of_the_goal_are_read() -> None:
    mine = publish("mien")
    publish("autre", goals=(8,))
    make_release(make_indicator("brouillon", goals=(5,)))
    assert [one.figure.indicator for one in figures()] == [mine]


def test_reference_and_peers_have_a_value_for_the_same_period() -> None:
    indicator = publish()
    release = indicator.publication.release
    add_rows(release, {"2023": "20", "2024": "21"}, territory=france())
    rennes = PeerGroup.objects.get(code="metropoles").territories.exclude(is_focus=True).order_by("pk").first()
    add_rows(release, {"2023": "17"}, territory=rennes)
    (one,) = figures()
    assert one.reference_row is not None
    assert one.reference_row.value == Decimal(21)
    assert one.peer_rows == ()


def test_peers_are_those_of_the_same_level() -> None:
    release = publish().publication.release
    places = PeerGroup.objects.get(code="metropoles").territories.exclude(is_focus=True).order_by("pk")[:3]
    for place in places:
        add_rows(release, {"2024": "12"}, territory=place)
    (one,) = figures()
    assert {row.territory for row in one.peer_rows} == {place.pk for place in places}


def test_amount_is_not_compared() -> None:
    release = publish(kind=Kind.AMOUNT).publication.release
    add_rows(release, {"2024": "21"}, territory=france())
    (one,) = figures()
    assert (one.reference_row, one.peer_rows) == (None, ())


def test_trend_decided_by_a_person_is_shown_in_place_of_the_computed_one() -> None:
    indicator = make_indicator(goals=(5,), direction=1)
    make_live(make_release(indicator, IMPROVES, override_trend="worsens"))
    assert figures()[0].trend == "worsens"


def test_judged_indicators_come_before_the_others() -> None:
    publish("aaa", {"2024": "3"})
    publish("bbb")
    assert [one.figure.indicator.code for one in figures()] == ["bbb", "aaa"]


def test_as_many_queries_for_ten_indicators_as_for_one(django_assert_num_queries) -> None:
    page = SdgPage.objects.select_related("goal", "locale").get(pk=goal_page(5).pk)
    publish()
    with django_assert_num_queries(10):
        goal_facts(page)
    for _rank in range(9):
        publish()
    again = SdgPage.objects.select_related("goal", "locale").get(pk=page.pk)
    with django_assert_num_queries(10):
        goal_facts(again)


def test_articles_about_the_goal_are_the_latest_live_ones_in_the_language_of_the_page() -> None:
    page = goal_page(5)
    goal = page.goal
    written = [make_article(f"Article {rank}", goals=[goal]) for rank in range(4)]
    make_article("Brouillon", goals=[goal], live=False)
    make_article("Ailleurs")
    assert [article.pk for article in goal_facts(page).articles] == [article.pk for article in reversed(written[1:])]
    assert goal_facts(goal_page(5, "en")).articles == []


def test_targets_say_how_many_published_indicators_follow_them() -> None:
    page = goal_page(5)
    indicator = make_indicator(goals=(5,))
    Indicator.targets.through.objects.bulk_create(
        Indicator.targets.through(indicator_id=indicator.pk, target_id=code) for code in ("5.1", "5.5")
    )
    make_live(make_release(indicator))
    facts = goal_facts(page)
    assert [(one.target.code, one.count) for one in facts.followed] == [("5.1", 1), ("5.5", 1)]
    assert len(facts.unfollowed) == page.goal.targets.count() - 2


def test_neighbours_of_the_first_and_of_the_last_goal() -> None:
    first, last = goal_facts(goal_page(1)), goal_facts(goal_page(17))
    assert (first.previous, first.next and first.next.number) == (None, 2)
    assert (last.previous and last.previous.number, last.next) == (16, None)

"""Signals: the words of the judgements, ordered by strength, with what is fragile apart."""

import pytest

from indicators.models import Indicator, Release
from indicators.selectors import indicator_cards
from indicators.selectors.signals import Signal, Signals, signals_of
from tests.factories.indicators import make_indicator, make_live, make_release

pytestmark = pytest.mark.django_db

YEARS = range(2018, 2024)


def series(*values: float) -> dict[str, str]:
    return {str(year): str(value) for year, value in zip(YEARS, values, strict=False)}


def publish(code: str, *values: float, override: str = "", **fields: object) -> Indicator:
    indicator = make_indicator(code, **({"direction": 1, "measure": "rate"} | fields))
    release = make_release(indicator, series(*values))
    Release.objects.filter(pk=release.pk).update(override_trend=override)
    make_live(release)
    return indicator


def read() -> Signals:
    return signals_of(indicator_cards())


def names(signals: list[Signal]) -> list[str]:
    return [signal.card.indicator.code for signal in signals]


def test_improving_and_worsening_are_ordered_by_strength() -> None:
    publish("fort", 100, 110, 121, 133, 146, 161)
    publish("doux", 100, 101, 102, 103, 104, 105)
    publish("chute", 100, 90, 81, 73, 66, 59)
    publish("baisse", 100, 99, 98, 97, 96, 95)
    signals = read()
    assert names(signals.improving) == ["fort", "doux"]
    assert names(signals.worsening) == ["chute", "baisse"]
    assert names(signals.assessed) == ["chute", "baisse", "doux", "fort"]


def test_points_and_rates_are_compared_in_their_own_stable_bands() -> None:
    publish("taux", 100, 101, 102, 103, 104, 105)  # about 1 % a year, 2 bands of 0.5 %
    publish("points", 10, 11, 12, 13, 14, 15, measure="points")  # 1 point a year, 5 bands of 0.2 point
    assert [round(signal.strength) for signal in read().improving] == [5, 2]


def test_lower_is_better_where_the_indicator_says_so() -> None:
    publish("accidents", 100, 99, 98, 97, 96, 95, direction=-1)
    assert names(read().improving) == ["accidents"]


def test_a_fragile_trend_stands_apart_and_raises_no_signal() -> None:
    publish("bascule", 100, 100, 100, 100, 100, 140)
    signals = read()
    assert names(signals.fragile) == ["bascule"]
    assert not signals.improving
    assert signals.share.fragile_positive == 1


def test_too_few_years_are_not_assessed() -> None:
    publish("recent", 1, 2)
    assert names(read().not_assessed) == ["recent"]


def test_a_person_decides_the_word_and_the_decision_is_not_fragile() -> None:
    publish("bascule", 100, 100, 100, 100, 100, 140, override="worsens")
    signals = read()
    assert names(signals.worsening) == ["bascule"]
    assert signals.worsening[0].strength == -1
    assert signals.share.positive == 0


def test_a_band_of_zero_does_not_stop_the_ordering() -> None:
    publish("sans-bande", 100, 101, 102, 103, 104, 105, band="0")
    assert names(read().improving) == ["sans-bande"]


def test_share_counts_positive_among_assessable() -> None:
    publish("monte", 100, 110, 121, 133, 146, 161)
    publish("descend", 100, 90, 81, 73, 66, 59)
    publish("recent", 1, 2)
    share = read().share
    assert (share.positive, share.assessable) == (1, 2)

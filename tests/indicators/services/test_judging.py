"""The verdict that is kept with a release, and renewed when the indicator changes its mind."""

from decimal import Decimal

import pytest

from indicators.services.judging import judge_release, kept, rejudge_indicator
from tests.factories.indicators import make_indicator, make_live, make_release

pytestmark = pytest.mark.django_db

GROWING = {"2018": "10", "2019": "10.5", "2020": "11", "2021": "11.6", "2022": "12.2"}


def test_the_method_the_inputs_and_the_result_are_kept() -> None:
    found = judge_release(make_release(make_indicator(direction=1), GROWING))
    assert (found.method_version, found.trend, found.robust) == ("1", "improves_clearly", "yes")
    assert (found.window_start, found.window_end) == ("2018", "2022")
    assert [point["value"] for point in found.inputs["observations"]] == list(GROWING.values())
    assert found.yearly_change == pytest.approx(Decimal("0.0510"), abs=Decimal("0.0001"))


def test_judging_again_replaces_the_former_verdict() -> None:
    indicator = make_indicator(direction=1)
    release = make_release(indicator, GROWING)
    first = judge_release(release)
    indicator.direction = release.indicator.direction = -1
    again = judge_release(release)
    assert (first.pk, again.trend) == (again.pk, "worsens_clearly")


def test_a_new_direction_judges_what_is_online_and_what_may_come_online() -> None:
    indicator = make_indicator(direction=1)
    old, online, draft = (make_release(indicator, GROWING | {"2017": value}) for value in ("1", "2", "3"))
    make_live(old)
    make_live(online)
    assert {judgement.release for judgement in rejudge_indicator(indicator)} >= {online, draft}


def test_a_release_without_any_series_is_not_judged_and_says_why() -> None:
    found = judge_release(make_release(make_indicator(direction=1), {}))
    assert (found.trend, found.reason, found.territory) == ("not_assessed", "too_few_observations", None)


@pytest.mark.parametrize(
    ("number", "stored"),
    [
        ("0.050000000000000000000000000000", "0.05"),
        ("-1234567890123.123456789012345678", "-1234567890123.123456789012"),
        ("1e38", "1" + "0" * 38),
    ],
)
def test_a_computed_number_is_stored_with_as_many_decimals_as_fit(number: str, stored: str) -> None:
    found = kept(Decimal(number))
    assert found is not None
    assert found == Decimal(stored)
    assert len(format(found, "f")) <= 40

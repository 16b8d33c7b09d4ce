"""Periods of every written form, and what is never guessed."""

import datetime

import pytest

from indicators.importing.periods import parse_period, period_hints, split_suffix


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("2017", "2017"),
        ("2017.0", "2017"),
        ("Année 2017", "2017"),
        ("2001-T4", "2001-Q4"),
        ("2001T4", "2001-Q4"),
        ("2001Q4", "2001-Q4"),
        ("T4_2023", "2023-Q4"),
        ("T1 - 2015", "2015-Q1"),
        ("2T2020", "2020-Q2"),
        ("4e trimestre 2023", "2023-Q4"),
        ("1er trim. 2023", "2023-Q1"),
        ("2017-S1", "2017-S1"),
        ("S2 2017", "2017-S2"),
        ("1er semestre 2018", "2018-S1"),
        ("2021-02", "2021-02"),
        ("2021M02", "2021-02"),
        ("200001", "2000-01"),
        ("02/2021", "2021-02"),
        ("janv-17", "2017-01"),
        ("févr-17", "2017-02"),
        ("Août 2017", "2017-08"),
        ("2023 mars", "2023-03"),
        ("2023-03-25", "2023-03-25"),
        ("2023-03-25 00:00:00", "2023-03-25"),
        ("2023-03-25T22:00:00Z", "2023-03-25"),
        ("25/03/2023", "2023-03-25"),
        ("18/02/20", "2020-02-18"),
        ("25 mars 2023", "2023-03-25"),
        ("20230325", "2023-03-25"),
        ("2002/03", "2002/03"),
        ("1999/00", "1999/00"),
        ("2002/2003", "2002/03"),
        ("2012-13", "2012/13"),
        ("2018-2020", "2018-2020"),
        ("1984\u20131988", "1984-1988"),
        ("1984 à 1988", "1984-1988"),
    ],
)
def test_period_is_read_in_its_canonical_form(text: str, label: str) -> None:
    period = parse_period(text)
    assert period is not None
    assert period.label == label
    assert parse_period(period.label) == period


@pytest.mark.parametrize(
    "text",
    [
        "011-T1",
        "2O21",
        "2021-13",
        "31/02/2020",
        "20001",
        "2020-2018",
        "2002/05",
        "12",
        "2003a",
        "demain",
        "2001-T5",
        "T0_2020",
        "99999999",
        "",
        "2020/21 [Note 5]",
        "janvier",
        "32 mars 2020",
    ],
)
def test_doubtful_period_is_not_read(text: str) -> None:
    assert parse_period(text) is None


@pytest.mark.parametrize(
    ("text", "wanted", "label"),
    [
        ("2022-09-01", "month", "2022-09"),
        ("2022-09-01", "quarter", "2022-Q3"),
        ("2022-09-01", "semester", "2022-S2"),
        ("2022-09-01", "year", "2022"),
        ("2002/03", "month", "2002-03"),
        ("2010-11", "season", "2010/11"),
        ("2019-2020", "season", "2019/20"),
        ("14", "short_year", "2014"),
        ("98", "short_year", "1998"),
        ("2020 3", "quarter", "2020-Q3"),
        ("2020 3", "month", "2020-03"),
    ],
)
def test_format_of_the_recipe_decides(text: str, wanted: str, label: str) -> None:
    period = parse_period(text, wanted)
    assert period is not None
    assert period.label == label


def test_coarse_period_is_never_made_finer() -> None:
    assert parse_period("2020", "month") is None
    assert parse_period("2020-T1", "day") is None


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("2023-T4", datetime.date(2023, 10, 1)),
        ("2017-S2", datetime.date(2017, 7, 1)),
        ("2002/03", datetime.date(2002, 1, 1)),
        ("1984-1988", datetime.date(1984, 1, 1)),
        ("2023-03-25", datetime.date(2023, 3, 25)),
    ],
)
def test_period_starts_on_its_first_day(text: str, start: datetime.date) -> None:
    period = parse_period(text)
    assert period is not None
    assert period.start == start


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("2003a", ("2003", "a")),
        ("2023 (p)", ("2023", "(p)")),
        ("2020/21 [Note 5]", ("2020/21", "[Note 5]")),
        ("2024*", ("2024", "*")),
        ("2001-T4", ("2001-T4", "")),
        ("janv-17", ("janv-17", "")),
    ],
)
def test_sign_behind_a_period_is_told_apart(text: str, parts: tuple[str, str]) -> None:
    assert split_suffix(text) == parts


def test_letter_that_looks_like_a_digit_is_a_hint_only() -> None:
    assert period_hints("2O21") == ("2021",)
    assert period_hints("011-T1") == ()

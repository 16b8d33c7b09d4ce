"""Figures, periods, sizes and texts are written as each language does."""

from datetime import date
from decimal import Decimal

import pytest
from django.template import Context, Template

from portal.formatting import (
    format_date,
    format_difference,
    format_number,
    format_period,
    format_period_in_sentence,
    format_short_period,
    format_signed,
    format_size,
    format_span,
    format_until,
    format_value,
    typographic,
)

THIN, HARD, MINUS = "\u202f", "\u00a0", "\u2212"


@pytest.mark.parametrize(
    ("value", "decimals", "french", "english"),
    [
        ("1234567.25", 1, f"1{THIN}234{THIN}567,3", "1,234,567.3"),
        ("-0.04", 1, "0,0", "0.0"),
        ("-12.35", 1, f"{MINUS}12,4", f"{MINUS}12.4"),
        ("14.60", None, "14,60", "14.60"),
        ("1E+3", None, f"1{THIN}000", "1,000"),
        ("2.5", 0, "3", "3"),
    ],
)
def test_numbers_follow_the_language(value, decimals, french, english):
    assert format_number(Decimal(value), decimals, "fr") == french
    assert format_number(Decimal(value), decimals, "en") == english


def test_a_change_carries_its_sign_except_zero():
    assert format_signed(Decimal("1.64"), 1, "fr") == "+1,6"
    assert format_signed(Decimal("-1.6"), 1, "fr") == f"{MINUS}1,6"
    assert format_signed(Decimal("0.04"), 1, "fr") == "0,0"


def test_units_stand_where_the_language_wants_them():
    assert format_value(Decimal("14.6"), "%", 1, "fr") == f"14,6{HARD}%"
    assert format_value(Decimal("14.6"), "%", 1, "en") == "14.6%"
    assert format_value(Decimal(-12), "€", 0, "en") == f"{MINUS}€12"
    assert format_value(Decimal(12), "€", 0, "fr") == f"12{HARD}€"
    assert format_value(Decimal("5.1"), "pour 1 000 salariés", 1, "fr") == f"5,1{HARD}pour 1 000 salariés"


@pytest.mark.parametrize(("value", "word"), [("-1.6", "1,6{}point"), ("2", "2,0{}points"), ("0", "0,0{}point")])
def test_differences_of_percentages_are_points(value, word):
    assert format_difference(Decimal(value), "%", 1, "fr") == word.format(HARD)


@pytest.mark.parametrize(
    ("code", "french", "english"),
    [
        ("2024", "2024", "2024"),
        ("2023-Q4", "4e trimestre 2023", "Q4 2023"),
        ("2023-Q1", "1er trimestre 2023", "Q1 2023"),
        ("2017-S1", "1er semestre 2017", "1st half of 2017"),
        ("2020-12", "décembre 2020", "December 2020"),
        ("2002/03", "2002/03", "2002/03"),
        ("1984-1988", "1984–1988", "1984–1988"),
        ("2023-03-25", f"25{HARD}mars 2023", f"25{HARD}March 2023"),
        ("any text", "any text", "any text"),
    ],
)
def test_periods_are_written_in_words(code, french, english):
    assert format_period(code, "fr") == french
    assert format_period(code, "en") == english


def test_periods_are_short_on_an_axis():
    assert format_short_period("2023-Q4", "fr") == "T4 2023"
    assert format_short_period("2020-12", "fr") == "déc. 2020"
    assert format_short_period("2017-S2", "en") == "H2 2017"
    assert format_short_period("2024", "fr") == "2024"


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("2024", "en 2024"),
        ("2023-Q4", "au 4e trimestre 2023"),
        ("2020-12", "en décembre 2020"),
        ("2018-2020", "sur 2018–2020"),
        ("2023-03-01", f"le 1er{HARD}mars 2023"),
    ],
)
def test_periods_fit_a_sentence(code, words):
    assert format_period_in_sentence(code, "fr") == words


def test_dates_are_in_full():
    assert format_date(date(2026, 11, 3), "fr") == f"3{HARD}novembre 2026"
    assert format_date(date(2026, 5, 1), "fr") == f"1er{HARD}mai 2026"
    assert format_date(date(2026, 5, 1), "en") == f"1{HARD}May 2026"


@pytest.mark.parametrize(
    ("size", "words"), [(0, "0{}octets"), (12, "1{}Ko"), (12_400, "12{}Ko"), (1_240_000, "1,2{}Mo"), (3e9, "3,0{}Go")]
)
def test_file_sizes_are_rounded(size, words):
    assert format_size(int(size), "fr") == words.format(HARD)


def test_french_typography_is_restored():
    text = "L'écart : 14,6 % de moins ; « 3 000 salariés » ?"
    expected = f"L’écart{HARD}: 14,6{HARD}% de moins{THIN}; «{HARD}3{THIN}000 salariés{HARD}»{THIN}?"
    assert typographic(text, "fr") == expected
    assert typographic(expected, "fr") == expected
    assert typographic("The gap: 14.6% isn't small", "en") == "The gap: 14.6% isn’t small"


def test_filters_escape_what_they_are_given():
    page = Template("{% load formatting %}{{ text|typo }} {{ code|period }} {{ value|number:1 }}{{ none|number }}")
    html = page.render(Context({"text": "<b>", "code": "<i>", "value": Decimal("1.25"), "none": None}))
    assert html == "&lt;b&gt; &lt;i&gt; 1,3"


@pytest.mark.parametrize(
    ("code", "french", "english"),
    [
        ("2021", "jusqu’en 2021", "up to 2021"),
        ("2023-Q4", "jusqu’au 4e trimestre 2023", "up to Q4 2023"),
        ("2024-06", "jusqu’en juin 2024", "up to June 2024"),
        ("2018-2020", "jusqu’à 2018–2020", "up to 2018–2020"),
    ],
)
def test_the_end_of_a_series_follows_the_grammar(code: str, french: str, english: str) -> None:
    assert format_until(code, "fr") == french
    assert format_until(code, "en") == english


def test_a_stretch_of_time_follows_the_grammar() -> None:
    assert format_span("2013", "2024", "fr") == "de 2013 à 2024"
    assert format_span("2014-Q1", "2023-Q4", "fr") == "du 1er trimestre 2014 au 4e trimestre 2023"
    assert format_span("2013", "2024", "en") == "2013 to 2024"

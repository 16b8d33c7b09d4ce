"""Numbers come out exactly as written, or not at all."""

from decimal import Decimal

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.importing.numbers import NumberStyle, read_number, split_flags
from indicators.importing.plain_numbers import flagged_numbers, plain_numbers

COMMA, POINT, UNDECIDED = NumberStyle(","), NumberStyle("."), NumberStyle()


@pytest.mark.parametrize(
    ("text", "style", "value"),
    [
        ("9 700", COMMA, "9700"),
        ("9\u00a0700,5", COMMA, "9700.5"),
        ("1\u202f234\u202f567,80", COMMA, "1234567.80"),
        ("1'234.5", POINT, "1234.5"),
        ("1\u2019234,5", COMMA, "1234.5"),
        ("1.234,5", NumberStyle(",", "point"), "1234.5"),
        ("1,234.5", NumberStyle(".", "comma"), "1234.5"),
        ("1,234", COMMA, "1.234"),
        ("1,234", NumberStyle(".", "comma"), "1234"),
        ("\u22123,5", COMMA, "-3.5"),
        ("- 3,5", COMMA, "-3.5"),
        ("+3", COMMA, "3"),
        ("-0", COMMA, "0"),
        (",5", COMMA, "0.5"),
        ("007", COMMA, "7"),
        ("9.60", POINT, "9.60"),
        ("1.2E+05", POINT, "120000"),
        ("1,2E5", COMMA, "120000"),
        ("1e-7", POINT, "0.0000001"),
        ("39,48 %", NumberStyle(",", units=("%",)), "39.48"),
        ("€ 12", NumberStyle(",", units=("€",)), "12"),
        ("12,5", NumberStyle(",", scale=Decimal(1000)), "12500.0"),
        ("12", NumberStyle(",", scale=Decimal("0.001")), "0.012"),
        ("(12)", NumberStyle(",", parentheses=True), "-12"),
        ("1055358.0299999998", POINT, "1055358.0299999998"),
        ("4,2", UNDECIDED, "4.2"),
        ("0,123", UNDECIDED, "0.123"),
        ("1234.5678", UNDECIDED, "1234.5678"),
    ],
)
def test_number_is_read_exactly(text: str, style: NumberStyle, value: str) -> None:
    assert read_number(text, style).value == value


@pytest.mark.parametrize(
    ("text", "style", "trouble"),
    [
        ("1,234", UNDECIDED, "ambiguous_number"),
        ("1.234,5", UNDECIDED, "ambiguous_number"),
        ("4,9,2", COMMA, "not_a_number"),
        ("4,9,2", UNDECIDED, "not_a_number"),
        ("1 23", COMMA, "not_a_number"),
        ("12 3456", COMMA, "not_a_number"),
        ("1 234", NumberStyle(",", "none"), "not_a_number"),
        ("(12)", COMMA, "not_a_number"),
        ("5,", COMMA, "not_a_number"),
        ("NaN", COMMA, "not_a_number"),
        ("1_000", COMMA, "not_a_number"),
        ("\u0661\u0662", COMMA, "not_a_number"),
        ("12-3", COMMA, "not_a_number"),
        ("39,48 %", COMMA, "unexpected_unit"),
        ("17151 b", COMMA, "unexpected_flag"),
        ("1" * 31, COMMA, "number_too_long"),
        ("1e99", POINT, "number_too_long"),
    ],
)
def test_doubtful_number_is_a_trouble_and_not_a_guess(text: str, style: NumberStyle, trouble: str) -> None:
    reading = read_number(text, style)
    assert (reading.value, reading.trouble) == (None, trouble)


@pytest.mark.parametrize(
    ("text", "number", "flag"),
    [
        ("17151 b", "17151", "b"),
        ("4,2*", "4,2", "*"),
        ("4.3 (p)", "4.3", "p"),
        ("(p) 4.3", "4.3", "p"),
        ("3 dp", "3", "dp"),
        ("39,48 % p", "39,48 %", "p"),
        ("12[1]", "12", "1"),
        ("12\u00b9", "12", "\u00b9"),
        ("1.2E5", "1.2E5", ""),
        ("12", "12", ""),
    ],
)
def test_flag_glued_to_a_number_is_told_apart(text: str, number: str, flag: str) -> None:
    assert split_flags(text) == (number, flag)


_PIECES = st.sampled_from(
    [*"0123456789", ".", ",", " ", "\u00a0", "\u202f", "'", "-", "\u2212", "+", "%", "p", "*", "E"]
)
_STYLES = st.builds(
    NumberStyle,
    decimal=st.sampled_from(["", ",", "."]),
    thousands=st.sampled_from(["", "none", "space", "apostrophe"]),
    units=st.sampled_from([(), ("%",)]),
    scale=st.sampled_from([Decimal(1), Decimal(1000)]),
)


@settings(deadline=None)
@given(st.text(_PIECES, max_size=12), _STYLES)
def test_whole_column_reads_what_one_cell_reads(text: str, style: NumberStyle) -> None:
    stripped = text.strip()
    plain = plain_numbers(pa.array([stripped], pa.large_string()), style)[0].as_py()
    assert plain is None or plain == read_number(stripped, style).value


@settings(deadline=None)
@given(st.text(_PIECES, max_size=12), _STYLES)
def test_whole_column_of_flagged_numbers_reads_what_one_cell_reads(text: str, style: NumberStyle) -> None:
    stripped = text.strip()
    numbers, flags = flagged_numbers(pa.array([stripped], pa.large_string()), style)
    one = read_number(stripped, NumberStyle(style.decimal, style.thousands, style.units, style.scale, flags=True))
    if numbers[0].as_py() is not None and numbers[0].as_py() != plain_numbers(pa.array([stripped]), style)[0].as_py():
        assert (numbers[0].as_py(), flags[0].as_py()) == (one.value, one.flags)


@settings(deadline=None)
@given(st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**12), max_value=10**12))
def test_written_decimal_comes_back_equal(number: Decimal) -> None:
    text = f"{number:f}".replace(".", ",")
    assert Decimal(read_number(text, COMMA).value or "") == number

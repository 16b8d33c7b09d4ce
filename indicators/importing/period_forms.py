"""The written forms of a period, one function each: lower-case text without accents → a moment, or None."""

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass

EARLIEST, LATEST = 1700, 2199
_YEAR = r"(1[789]\d\d|2[01]\d\d)"
_SEPARATOR = r"[\s_:./-]*"


@dataclass(frozen=True)
class Moment:
    """`month` and `day` are those of the first day; `last_year` has a meaning for spans only."""

    granularity: str
    year: int
    month: int = 1
    day: int = 1
    last_year: int = 0


Form = Callable[[str, str], Moment | None]

_MONTH_NAMES = (
    ("janvier", "janv", "jan", "january"),
    ("fevrier", "fevr", "fev", "feb", "february"),
    ("mars", "mar", "march"),
    ("avril", "avr", "apr", "april"),
    ("mai", "may"),
    ("juin", "jun", "june"),
    ("juillet", "juil", "jul", "july"),
    ("aout", "aou", "aug", "august"),
    ("septembre", "sept", "sep", "september"),
    ("octobre", "oct", "october"),
    ("novembre", "nov", "november"),
    ("decembre", "dec", "december"),
)
_MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, start=1) for name in names}
_NAME = r"([a-z]{3,9})\.?"

_YEAR_ALONE = re.compile(rf"(?a)(?:annee |year |an )?{_YEAR}(?:\.0)?")
_PARTS = {"semester": (6, "sh", "semestre|semester|half", "12"), "quarter": (3, "tq", "trimestre|trim|quarter", "1234")}
_ISO_DAY = re.compile(rf"(?a){_YEAR}[-/.]?(\d\d)[-/.]?(\d\d)(?:[t ]\d\d:\d\d.*)?")
_FRENCH_DAY = re.compile(r"(?a)(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d\d)(?: \d\d:\d\d.*)?")
_NAMED_DAY = re.compile(rf"(?a)(\d{{1,2}})(?:er)? {_NAME} {_YEAR}")
_ISO_MONTH = re.compile(rf"(?a){_YEAR}(?:(?:-|{_SEPARATOR}m{_SEPARATOR})(?=\d)|(?=\d\d$))(\d{{1,2}})")
_MONTH_YEAR = re.compile(rf"(?a)m?(\d{{1,2}})[-/. ]{_YEAR}")
_YEAR_MONTH = re.compile(rf"(?a){_YEAR}[/. ](\d{{1,2}})")
_NAME_YEAR = re.compile(rf"(?a){_NAME}[\s_/-]*(\d{{4}}|'?\d\d)")
_YEAR_NAME = re.compile(rf"(?a){_YEAR}[\s_/-]*{_NAME}")
_SEASON = re.compile(rf"(?a){_YEAR}([/-])(\d\d|\d{{4}})")
_SPAN = re.compile(rf"(?a)(?:de )?{_YEAR} ?(?:-|\u2013|\u2014|/|a|to|_) ?{_YEAR}")

_SHORT_SPAN = re.compile(r"(?a)(\d\d)[-/_](\d\d)")


def full_year(digits: str) -> int:
    """Two digits: 50–99 are of the twentieth century, 00–49 of the twenty-first."""
    number = int(digits.lstrip("'"))
    return number if number > 99 else number + (1900 if number >= 50 else 2000)


def year(text: str, period_format: str) -> Moment | None:
    """`2017`, `2017.0` (a spreadsheet's number), `année 2017`; two digits when the recipe says short_year."""
    if period_format == "short_year" and re.fullmatch(r"\d\d", text):
        return Moment("year", full_year(text))
    found = _YEAR_ALONE.fullmatch(text)
    return Moment("year", int(found[1])) if found else None


def _part_form(granularity: str) -> Form:
    months, letters, names, numbers = _PARTS[granularity]
    number, letter = f"([{numbers}])", f"[{letters}]"
    named = rf"{number} ?(?:er|re|e|eme|st|nd|rd|th)? ?(?:{names})\.?"
    shapes = [
        re.compile(rf"(?a)(?P<year>{_YEAR}){_SEPARATOR}{letter}{_SEPARATOR}(?P<part>{number})"),
        re.compile(rf"(?a){letter}{_SEPARATOR}(?P<part>{number}){_SEPARATOR}(?P<year>{_YEAR})"),
        re.compile(rf"(?a)(?P<part>{number}){letter}{_SEPARATOR}(?P<year>{_YEAR})"),
        re.compile(rf"(?a)(?P<part>{named}) ?(?:de |of )?(?P<year>{_YEAR})"),
        re.compile(rf"(?a)(?P<year>{_YEAR}){_SEPARATOR}(?P<part>{named})"),
        re.compile(rf"(?a)(?:{names})\.? ?(?P<part>{number}){_SEPARATOR}(?P<year>{_YEAR})"),
    ]

    bare = re.compile(rf"(?a)(?P<year>{_YEAR}) (?P<part>{number})")

    def form(text: str, period_format: str) -> Moment | None:
        for shape in [*shapes, bare] if period_format == granularity else shapes:
            if found := shape.fullmatch(text):
                return Moment(granularity, int(found["year"]), (int(found["part"][0]) - 1) * months + 1)
        return None

    return form


def day(text: str, period_format: str) -> Moment | None:
    """ISO dates and datetimes, `20230325`, French order `25/03/2023` and `18/02/20`, `25 mars 2023`."""
    if found := _ISO_DAY.fullmatch(text):
        return _valid_day(int(found[1]), int(found[2]), int(found[3]))
    if found := _FRENCH_DAY.fullmatch(text):
        return _valid_day(full_year(found[3]), int(found[2]), int(found[1]))
    if (found := _NAMED_DAY.fullmatch(text)) and found[2] in _MONTHS:
        return _valid_day(int(found[3]), _MONTHS[found[2]], int(found[1]))
    return None


def month(text: str, period_format: str) -> Moment | None:
    """`2021-02`, `2021M02`, `202102`, `02/2021`, `janv-17`, `février 2017`, `2017 mars`; `2021/02` only when asked."""
    if found := _ISO_MONTH.fullmatch(text):
        return _valid_month(found[1], int(found[2]))
    if found := _MONTH_YEAR.fullmatch(text):
        return _valid_month(found[2], int(found[1]))
    if (found := _YEAR_MONTH.fullmatch(text)) and period_format == "month":
        return _valid_month(found[1], int(found[2]))
    if (found := _NAME_YEAR.fullmatch(text)) and found[1] in _MONTHS:
        return _valid_month(found[2], _MONTHS[found[1]])
    if (found := _YEAR_NAME.fullmatch(text)) and found[2] in _MONTHS:
        return _valid_month(found[1], _MONTHS[found[2]])
    return None


def season(text: str, period_format: str) -> Moment | None:
    """A school or financial year: `2002/03`, `2002/2003`; with a hyphen only where it cannot be a month or a span."""
    found = _SEASON.fullmatch(text.replace(" ", ""))
    if not found or period_format == "month":
        return None
    first, mark, second = int(found[1]), found[2], found[3]
    follows = second in (f"{(first + 1) % 100:02d}", str(first + 1))
    sure = mark == "/" or (len(second) == 2 and int(second) > 12)
    return Moment("season", first) if follows and (sure or period_format == "season") else None


def span(text: str, period_format: str) -> Moment | None:
    """Several years taken together: `2018-2020`, `1984 à 1988`; `68_75` when the recipe says span."""
    found = _SPAN.fullmatch(text) or (_SHORT_SPAN.fullmatch(text) if period_format == "span" else None)
    if not found:
        return None
    first, last = full_year(found[1]), full_year(found[2])
    return Moment("span", first, last_year=last) if first < last else None


def _valid_month(year_text: str, number: int) -> Moment | None:
    found_year = full_year(year_text)
    return Moment("month", found_year, number) if 1 <= number <= 12 and EARLIEST <= found_year <= LATEST else None


def _valid_day(year_number: int, month_number: int, day_number: int) -> Moment | None:
    if not (EARLIEST <= year_number <= LATEST and 1 <= month_number <= 12):
        return None
    if not 1 <= day_number <= calendar.monthrange(year_number, month_number)[1]:
        return None
    return Moment("day", year_number, month_number, day_number)


FORMS: tuple[Form, ...] = (year, _part_form("quarter"), _part_form("semester"), season, month, day, span)

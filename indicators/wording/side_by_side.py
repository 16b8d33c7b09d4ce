"""The comparison in words: the sentence that opens it, its lines and cells, what is said of what cannot be compared."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from indicators import statuses
from indicators.models import Goal
from indicators.selectors.drawing import short_name
from indicators.selectors.side_by_side import Cell, Comparison, Line
from indicators.selectors.side_by_side.lines import BETTER, SAME, WORSE
from indicators.wording.places import in_sentence, same_as, than
from indicators.wording.sentence import LONGEST_UNIT, Part, short_figure
from indicators.wording.table import marks_of
from portal.charts import BarInput, bars
from portal.formatting import format_period

_NUMBERS = {
    2: gettext_lazy("deux"),
    3: gettext_lazy("trois"),
    4: gettext_lazy("quatre"),
    5: gettext_lazy("cinq"),
    6: gettext_lazy("six"),
    7: gettext_lazy("sept"),
    8: gettext_lazy("huit"),
}
_TIMES = {
    1: gettext_lazy("une fois"),
    2: gettext_lazy("deux fois"),
    3: gettext_lazy("trois fois"),
    4: gettext_lazy("quatre fois"),
    5: gettext_lazy("cinq fois"),
    6: gettext_lazy("six fois"),
    7: gettext_lazy("sept fois"),
    8: gettext_lazy("huit fois"),
}


@dataclass(frozen=True, slots=True)
class CellWords:
    """A cell ready to be written; no bar without a value or when values are not compared."""

    column: str
    text: str
    about: str
    is_focus: bool
    reason: str = ""
    start: str = ""
    length: str = ""

    @property
    def has_bar(self) -> bool:
        return bool(self.length)


@dataclass(frozen=True, slots=True)
class LineWords:
    """A line ready to be written: `without` is the address of the same view without this indicator."""

    title: str
    address: str
    goals: Sequence[Goal]
    about: str
    verdict: str
    cells: list[CellWords]
    without: str


def headline(comparison: Comparison) -> list[Part]:
    """« Sur ces cinq indicateurs, Nantes fait **mieux que la France** trois fois, moins bien deux fois. »"""
    verdicts = [comparison.verdict(line) for line in comparison.lines]
    better, worse = verdicts.count(BETTER), verdicts.count(WORSE)
    reference = comparison.reference
    if reference is None or not (better or worse):
        return _neutral(comparison)
    opening = _opening(comparison, better + worse + verdicts.count(SAME))
    word = _("mieux") if better else _("moins bien")
    key = Part(f"{word} {than(reference)}", is_key=True)
    if len(verdicts) == 1:
        return [opening, key, Part(".")]
    times = f" {_TIMES[better or worse]}"
    if better and worse:
        times += _(", moins bien %(times)s") % {"times": _TIMES[worse]}
    return [opening, key, Part(f"{times}.")]


def _opening(comparison: Comparison, comparable: int) -> Part:
    """How many indicators the sentence is about: those without a value to compare with are not counted."""
    words = {"place": short_name(str(comparison.focus.name)), "count": _NUMBERS.get(comparable, "")}
    if len(comparison.lines) == 1:
        return Part(_("Sur cet indicateur, %(place)s fait ") % words)
    if comparable == 1:
        return Part(_("Sur le seul indicateur comparable, %(place)s fait ") % words)
    if comparable < len(comparison.lines):
        return Part(_("Sur les %(count)s indicateurs comparables, %(place)s fait ") % words)
    return Part(_("Sur ces %(count)s indicateurs, %(place)s fait ") % words)


def _neutral(comparison: Comparison) -> list[Part]:
    """What is shown, when no better and no worse can be said."""
    count, places = len(comparison.lines), len(comparison.columns)
    place = short_name(str(comparison.focus.name))
    if count == 1:
        opening = _("%(place)s et d’autres territoires, sur ") % {"place": place}
        return [Part(opening), Part(_("un indicateur"), is_key=True), Part(".")]
    if not count or places < 2:
        return [
            Part(_("Choisissez des territoires et des indicateurs à "), False),
            Part(_("comparer"), True),
            Part("."),
        ]
    opening = _("%(place)s et d’autres territoires, sur ") % {"place": place}
    return [Part(opening), Part(_("%(count)s indicateurs") % {"count": _NUMBERS[count]}, is_key=True), Part(".")]


def line_words(comparison: Comparison, line: Line) -> LineWords:
    """An indicator of the table."""
    indicator = line.indicator
    return LineWords(
        title=str(indicator.title),
        address=reverse("indicators:detail", args=[indicator.slug]),
        goals=list(indicator.goals.all())[:1],
        about=_about(line),
        verdict=verdict_words(comparison, line),
        cells=_cells(comparison, line),
        without=comparison.query(without=indicator.slug),
    )


def _about(line: Line) -> str:
    """« pour 1 000 salariés, 2024, provisoire »."""
    unit = str(line.indicator.unit)
    unit = unit if len(unit) > LONGEST_UNIT else ""
    row = line.cells[0].row
    marks = [status for status in (statuses.PROVISIONAL, statuses.ESTIMATED) if row and status in row.statuses]
    period = format_period(line.period) if line.period else _("aucune valeur")
    return ", ".join(filter(None, [unit, period, statuses.words_of(marks)]))


def verdict_words(comparison: Comparison, line: Line) -> str:
    """« Mieux que la France », or why nothing is said."""
    if line.is_amount:
        return _("Une quantité grandit avec le territoire\u00a0: elle ne se compare pas.")
    verdict = comparison.verdict(line)
    if comparison.reference is None or not verdict:
        return ""
    if verdict == SAME:
        return _("Même valeur %(than)s") % {"than": same_as(comparison.reference)}
    words = _("Mieux %(than)s") if verdict == BETTER else _("Moins bien %(than)s")
    return words % {"than": than(comparison.reference)}


def _cells(comparison: Comparison, line: Line) -> list[CellWords]:
    inputs = [BarInput(str(cell.column.name), cell.value, "") for cell in line.cells]
    drawn = bars(inputs)[0]
    return [
        _cell(line, cell, bar.start, bar.length if bar.has_value and not line.is_amount else "", cell is line.cells[0])
        for cell, bar in zip(line.cells, drawn, strict=True)
    ]


def _cell(line: Line, cell: Cell, start: str, length: str, is_focus: bool) -> CellWords:
    marks = marks_of(cell.row)
    name = short_name(str(cell.column.name))
    place = str(cell.read_on.name) if cell.read_on and cell.is_elsewhere else ""
    if cell.row is None or cell.value is None:
        return CellWords(name, ", ".join(mark.sign for mark in marks), place, is_focus, statuses.words_of(_codes(cell)))
    text = short_figure(line.indicator, cell.row)
    said = [place, "" if is_focus else statuses.words_of(_qualifying(cell))]
    return CellWords(name, text, ", ".join(filter(None, said)), is_focus, "", start, length)


def _codes(cell: Cell) -> Sequence[str]:
    return cell.row.statuses if cell.row and cell.row.statuses else (statuses.MISSING,)


def _qualifying(cell: Cell) -> list[str]:
    shown = (statuses.PROVISIONAL, statuses.ESTIMATED, statuses.DEFINITION_DIFFERS, statuses.LOW_RELIABILITY)
    return [status for status in shown if cell.row and status in cell.row.statuses]


def legend(lines: Sequence[Line]) -> list[tuple[str, str]]:
    """The signs that stand instead of a value in these lines, with their words."""
    absent = [status for line in lines for cell in line.cells if cell.value is None for status in _codes(cell)]
    return [(statuses.MARKS[one], str(statuses.LABELS[one])) for one in dict.fromkeys(absent) if one in statuses.MARKS]


def description(comparison: Comparison) -> str:
    """The page in a sentence, for search engines."""
    places = ", ".join(in_sentence(place) for place in comparison.columns)
    count = len(comparison.lines)
    words = ngettext(
        "%(count)s indicateur comparé\u00a0: %(places)s.", "%(count)s indicateurs comparés\u00a0: %(places)s.", count
    )
    return words % {"count": count, "places": places}

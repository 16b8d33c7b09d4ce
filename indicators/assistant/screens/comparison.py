"""Screen 3 and the reviewer’s: what would change online, the same for both: what is reviewed is what was sent."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from indicators.comparison import Comparison, SeriesPair
from indicators.importing.snapshots import Snapshot
from indicators.models import Territory
from portal.formatting import format_date, format_period

from .changes import ChangeLine, change_lines, heads_of
from .compared_chart import ComparedChart, SmallLine, compared_chart, small_lines
from .counts import CountCell, count_cells, counted, new_words, vanished_words
from .headline import Headline
from .page_says import PageSays, page_says

REVISIONS_SHOWN = 5
FIRST_SHOWN = 20
PAGE = 50


@dataclass(frozen=True)
class ChangeTable:
    """Rows of one kind; `heads` names the breakdowns, `more` counts the rows that are not shown."""

    heads: tuple[str, ...]
    lines: Sequence[ChangeLine]
    total: int
    more: int


@dataclass(frozen=True)
class ComparisonScreen:
    """Everything of the shared part. `is_first`: nothing is online, so the whole table is shown instead of changes."""

    headline: Headline
    is_first: bool
    counts: Sequence[CountCell]
    chart: ComparedChart | None
    says: PageSays | None
    revised: ChangeTable
    new: ChangeTable
    new_words: str
    jumps: Sequence[ChangeLine]
    vanished: Sequence[tuple[str, str]]
    vanished_total: int
    scope: str
    unit: str
    since: str
    smalls: Sequence[SmallLine] = ()


def comparison_screen(
    comparison: Comparison, *, territory: int | None = None, every: str = "", page: int = 1, shows_all: bool = False
) -> ComparisonScreen:
    """The screen; `territory` chooses another line of the chart, `every` (revised or new) shows all rows of a kind,
    `shows_all` a small line for each territory."""
    counts, indicator = comparison.counts, comparison.indicator
    chosen = territory if territory and territory > 0 else comparison.reading_territory
    series = comparison.series_of(chosen) if chosen else None
    return ComparisonScreen(
        headline=headline(comparison),
        is_first=comparison.is_first,
        counts=count_cells(comparison),
        chart=compared_chart(comparison, series) if series else None,
        says=says(comparison),
        revised=change_table(comparison, "revised", PAGE if every == "revised" else REVISIONS_SHOWN, page),
        new=change_table(comparison, "new", _rows_shown(comparison, every), page),
        new_words=new_words(comparison),
        jumps=_jumps(comparison),
        vanished=vanished_words(comparison),
        vanished_total=counts.vanished,
        scope=comparison.scope,
        unit=indicator.unit,
        smalls=small_lines(comparison) if shows_all else (),
        since=format_date(comparison.published.last_published_at.date()) if _is_dated(comparison) else "",
    )


def _rows_shown(comparison: Comparison, every: str) -> int:
    """New rows on the page: those asked for, the first ones of a first publication, else none."""
    if every == "new":
        return PAGE
    return FIRST_SHOWN if comparison.is_first else 0


def headline(comparison: Comparison) -> Headline:
    """« L’année 2025 arrive. 9 valeurs changent, 27 disparaissent. »"""
    counts = comparison.counts
    if comparison.is_first:
        values = counted(ngettext("%(n)s valeur", "%(n)s valeurs", counts.proposed), counts.proposed)
        return Headline(_("Première mise à jour\u00a0: rien à comparer."), values, _(" à relire."))
    before = _arrival(comparison)
    if counts.revised:
        mark = counted(ngettext("%(n)s valeur change", "%(n)s valeurs changent", counts.revised), counts.revised)
    elif counts.new:
        mark = counted(ngettext("%(n)s valeur est nouvelle", "%(n)s valeurs sont nouvelles", counts.new), counts.new)
    elif counts.changes:
        mark = counted(ngettext("%(n)s ligne change", "%(n)s lignes changent", counts.changes), counts.changes)
    else:
        mark = _("Rien ne change")
    gone = counted(ngettext("%(n)s disparaît", "%(n)s disparaissent", counts.vanished), counts.vanished)
    return Headline(before, mark, f", {gone}." if counts.vanished else ".")


def _arrival(comparison: Comparison) -> str:
    """The newest period when nothing of it is online: « L’année 2025 arrive. »"""
    before = {period.label for period in _used_periods(comparison.differences.before)}
    newest = max(_used_periods(comparison.differences.after), key=lambda period: period.start, default=None)
    if newest is None or newest.label in before:
        return ""
    words = format_period(newest.label)
    return (_("L’année %(period)s arrive.") if newest.granularity == "year" else _("%(period)s arrive.")) % {
        "period": words
    }


def _used_periods(snapshot: Snapshot) -> list:
    return [snapshot.periods[place] for place in np.unique(snapshot.period).tolist()]


def change_table(comparison: Comparison, kind: str, limit: int, page: int = 1) -> ChangeTable:
    """Rows of a kind, the strongest first."""
    total = comparison.count(kind)
    offset = (page - 1) * limit if limit == PAGE else 0
    rows = comparison.rows(kind, offset, limit) if limit and total else []
    heads = heads_of(rows)
    lines = change_lines(rows, heads, comparison.indicator.decimals)
    return ChangeTable(heads, lines, total, max(0, total - offset - len(rows)))


def _jumps(comparison: Comparison) -> list[ChangeLine]:
    """New values that stand out from the period before, or whose unit is suspected."""
    rows = [row for row in comparison.rows("new", 0, PAGE) if row.is_jump or row.factor][:REVISIONS_SHOWN]
    return change_lines(rows, heads_of(rows), comparison.indicator.decimals)


def says(comparison: Comparison) -> PageSays | None:
    """The sentence and the trend of the public page, at its reading territory."""
    series = comparison.series
    place = Territory.objects.filter(pk=series.territory).first() if series else None
    if series is None or place is None:
        return None
    return page_says(comparison.indicator, place, series.before, series.after, _length(comparison, series))


def _length(comparison: Comparison, series: SeriesPair) -> str:
    """The granularity of the periods drawn."""
    wanted = {point.period for point in series.after}
    lengths = [period.granularity for period in comparison.differences.after.periods if period.label in wanted]
    return lengths[0] if lengths else "year"


def _is_dated(comparison: Comparison) -> bool:
    return bool(comparison.published and comparison.published.last_published_at)

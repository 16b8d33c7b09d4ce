"""Screen 3 and the reviewer’s: what would change online, the same for both: what is reviewed is what was sent."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from indicators.comparison import Comparison, SeriesPair
from indicators.importing.comparison import NEW
from indicators.importing.snapshots import Snapshot
from indicators.models import Territory
from portal.charts import ChartPoint, ChartSeries, LineChart, line_chart
from portal.formatting import format_date, format_number, format_period, format_short_period

from .changes import ChangeLine, change_lines, exact, heads_of
from .headline import Headline
from .page_says import PageSays, page_says

REVISIONS_SHOWN = 5
FIRST_SHOWN = 20
PAGE = 50
CHOICES_OF_TERRITORY = 40


@dataclass(frozen=True)
class CountCell:
    """A number, its word, a detail, and the section that it leads to ("" when there is nothing to show)."""

    number: str
    word: str
    detail: str
    anchor: str


@dataclass(frozen=True)
class ChangeTable:
    """Rows of one kind; `heads` names the breakdowns, `more` counts the rows that are not shown."""

    heads: tuple[str, ...]
    lines: Sequence[ChangeLine]
    total: int
    more: int


@dataclass(frozen=True)
class ComparedChart:
    """The line before and after at one territory, the choice of another one, and where the axis starts."""

    drawing: LineChart | None
    place: str
    caption: str
    choices: Sequence[tuple[int, str, bool]]


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


def comparison_screen(
    comparison: Comparison, *, territory: int | None = None, every: str = "", page: int = 1
) -> ComparisonScreen:
    """The screen; `territory` chooses another line of the chart, `every` (revised or new) shows all rows of a kind."""
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
        values = _count(ngettext("%(n)s valeur", "%(n)s valeurs", counts.proposed), counts.proposed)
        return Headline(_("Première mise à jour\u00a0: rien à comparer."), values, _(" à relire."))
    before = _arrival(comparison)
    if counts.revised:
        mark = _count(ngettext("%(n)s valeur change", "%(n)s valeurs changent", counts.revised), counts.revised)
    elif counts.new:
        mark = _count(ngettext("%(n)s valeur est nouvelle", "%(n)s valeurs sont nouvelles", counts.new), counts.new)
    elif counts.changes:
        mark = _count(ngettext("%(n)s ligne change", "%(n)s lignes changent", counts.changes), counts.changes)
    else:
        mark = _("Rien ne change")
    gone = _count(ngettext("%(n)s disparaît", "%(n)s disparaissent", counts.vanished), counts.vanished)
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


def count_cells(comparison: Comparison) -> list[CountCell]:
    """New, revised, vanished, unchanged."""
    counts = comparison.counts
    gone = ", ".join(name for name, _words in vanished_words(comparison)[:2])
    return [
        CountCell(
            format_number(counts.new), ngettext("nouvelle", "nouvelles", counts.new), _new_periods(comparison), "new"
        ),
        CountCell(
            format_number(counts.revised), ngettext("révisée", "révisées", counts.revised), _doubts(comparison), "rev"
        ),
        CountCell(format_number(counts.vanished), ngettext("disparue", "disparues", counts.vanished), gone, "van"),
        CountCell(
            format_number(counts.unchanged),
            ngettext("inchangée", "inchangées", counts.unchanged),
            _statuses(comparison),
            "",
        ),
    ]


def _doubts(comparison: Comparison) -> str:
    counts = comparison.counts
    parts = []
    if counts.units:
        parts.append(
            _count(
                ngettext("dont %(n)s d’une autre unité\u202f?", "dont %(n)s d’une autre unité\u202f?", counts.units),
                counts.units,
            )
        )
    if counts.jumps:
        parts.append(_count(ngettext("%(n)s saut", "%(n)s sauts", counts.jumps), counts.jumps))
    return ", ".join(parts)


def _statuses(comparison: Comparison) -> str:
    changed = comparison.counts.status_changed
    return _count(ngettext("%(n)s change de statut", "%(n)s changent de statut", changed), changed) if changed else ""


def _new_periods(comparison: Comparison) -> str:
    new = _new_rows(comparison)
    labels = sorted({new.periods[place].label for place in np.unique(new.period).tolist()})
    if not labels:
        return ""
    first, last = format_short_period(labels[0]), format_short_period(labels[-1])
    return first if len(labels) == 1 else _("%(first)s à %(last)s") % {"first": first, "last": last}


def _new_rows(comparison: Comparison) -> Snapshot:
    return comparison.differences.after.take(comparison.differences.pairs[NEW].after)


def new_words(comparison: Comparison) -> str:
    """« 2025 pour 14 territoires. »"""
    new = _new_rows(comparison)
    if not len(new):
        return ""
    places = len(np.unique(new.territory))
    words = ngettext("%(period)s, pour un territoire.", "%(period)s, pour %(count)s territoires.", places)
    return words % {"period": _new_periods(comparison), "count": format_number(places)}


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


def vanished_words(comparison: Comparison) -> list[tuple[str, str]]:
    """By territory that goes altogether, else by period: name, and how much of it."""
    whole = [group for group in comparison.vanished_by_territory if group.is_whole]
    partly = comparison.counts.vanished - sum(group.count for group in whole)
    lines = [(group.name, _gone(_("territoire absent du fichier"), group.count)) for group in whole]
    if partly:
        periods = [
            group for group in comparison.vanished_by_period if group.is_whole
        ] or comparison.vanished_by_territory
        known = [group for group in periods if group.name not in {name for name, _words in lines}]
        lines += [(format_period(group.name), _gone(_("plus dans le fichier"), group.count)) for group in known]
    return lines


def _gone(why: str, count: int) -> str:
    return f"{why}\u00a0: " + _count(ngettext("%(n)s valeur", "%(n)s valeurs", count), count)


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


def compared_chart(comparison: Comparison, series: SeriesPair) -> ComparedChart:
    """« Proposé » in the colour of the territory, « En ligne » beside it."""
    names = dict(_choices(comparison))
    place = names.get(series.territory, "")
    proposed = ChartSeries("after", _("Proposé"), _("Proposé"), _points(series.after), is_focus=True)
    online = ChartSeries("before", _("En ligne"), _("En ligne"), _points(series.before))
    drawing = line_chart(
        [proposed] if comparison.is_first else [proposed, online],
        description=_described(place, series, comparison.indicator.decimals),
        unit=comparison.indicator.unit,
        decimals=comparison.indicator.decimals,
    )
    caption = f"{comparison.indicator.title}, {comparison.indicator.unit}"
    return ComparedChart(drawing, place, caption, [(key, name, key == series.territory) for key, name in names.items()])


def _points(points: Sequence) -> tuple[ChartPoint, ...]:
    return tuple(ChartPoint(_position(point.start), format_short_period(point.period), point.value) for point in points)


def _position(start: str) -> float:
    year, month, day = (int(part) for part in start.split("-"))
    return year + (month - 1) / 12 + (day - 1) / 365


def _described(place: str, series: SeriesPair, decimals: int) -> str:
    parts = [place, _ends(_("En ligne"), series.before, decimals), _ends(_("Proposé"), series.after, decimals)]
    return ". ".join(part for part in parts if part) + "."


def _ends(name: str, points: Sequence, decimals: int) -> str:
    known = [point for point in points if point.value is not None]
    if not known:
        return ""
    words = [
        _("%(value)s en %(period)s")
        % {"value": exact(point.value, decimals), "period": format_short_period(point.period)}
        for point in (known[0], known[-1])
    ]
    return f"{name}\u00a0: " + ", ".join(dict.fromkeys(words))


def _choices(comparison: Comparison) -> list[tuple[int, str]]:
    """The territories of the proposed figures, the reading one first."""
    keys = [int(key) for key in np.unique(comparison.differences.after.territory) if key > 0]
    places = Territory.objects.filter(pk__in=keys).order_by("name_fr")[:CHOICES_OF_TERRITORY]
    reading = comparison.reading_territory
    first = [(place.pk, place.name) for place in Territory.objects.filter(pk=reading)] if reading else []
    return first + [(place.pk, place.name) for place in places if place.pk != reading]


def _is_dated(comparison: Comparison) -> bool:
    return bool(comparison.published and comparison.published.last_published_at)


def _count(words: str, count: int) -> str:
    return words % {"n": format_number(count)}

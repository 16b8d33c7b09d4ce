"""Values by sex, age, sector… at the reading territory: one view for each combination of dimensions of the release."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from indicators.breakdown_keys import TOTAL
from indicators.models import Observation, Release, Territory
from indicators.selectors.rows import FIELDS, Row, by_territory

MOST_KEYS = 400
MOST_ROWS = 4_000
MOST_SHOWN = 24
SHOWN_AT_FIRST = 14
"""Rows of a crossing before anybody chooses: as many whole groups as fit, at least one."""

Labels = tuple[str, ...]
_NUMBER = re.compile(r"\d+")
_BELOW = ("moins", "less", "under", "<")


@dataclass(frozen=True, slots=True)
class BreakdownView:
    """A way to look at a release: `sexe`, or `sexe,âge` when both are crossed. `keys` are those of its breakdowns.

    The first of `names` has the fewest categories: a crossing is shown in groups of it.
    """

    names: tuple[str, ...]
    keys: tuple[str, ...]

    @property
    def key(self) -> str:
        """How the address names it, whatever the order in which the dimensions are shown."""
        return ",".join(sorted(self.names))


@dataclass(frozen=True, slots=True)
class Category:
    """« Femmes », or « Femmes » and « 30 à 39 ans » in a crossing, with its values in order of time."""

    labels: Labels
    rows: tuple[Row, ...]

    def at(self, period: str) -> Row | None:
        """The observation of a period."""
        return next((row for row in self.rows if row.period == period), None)


@dataclass(frozen=True)
class ShownBreakdown:
    """What the chosen view shows: `categories` are all of them in order, `shown` those that were chosen."""

    view: BreakdownView
    categories: list[Category]
    shown: list[Category]
    periods: list[str]
    period: str
    reference: dict[Labels, Row] = field(default_factory=dict)

    @property
    def first_labels(self) -> list[str]:
        """The categories of the first dimension, in order."""
        return list(dict.fromkeys(category.labels[0] for category in self.categories))

    @property
    def chosen_labels(self) -> set[str]:
        """Those of the first dimension that are shown."""
        return {category.labels[0] for category in self.shown}


def breakdown_views(release: Release, reading: Territory) -> list[BreakdownView]:
    """The views that the reading territory has, single dimensions first (one query)."""
    found = Observation.objects.filter(release=release, territory=reading).exclude(breakdown__key=TOTAL)
    keys = found.order_by("breakdown__key").values_list("breakdown__key", flat=True).distinct()[:MOST_KEYS]
    grouped: dict[tuple[str, ...], list[str]] = {}
    for key in keys:
        grouped.setdefault(tuple(json.loads(key)), []).append(key)
    views = [BreakdownView(_fewest_first(names, kept), tuple(kept)) for names, kept in grouped.items() if len(kept) > 1]
    return sorted(views, key=lambda view: len(view.names))


def _fewest_first(names: Sequence[str], keys: Sequence[str]) -> tuple[str, ...]:
    parsed = [json.loads(key) for key in keys]
    return tuple(sorted(names, key=lambda name: (len({categories[name] for categories in parsed}), name)))


def shown_breakdown(
    release: Release,
    reading: Territory,
    view: BreakdownView,
    *,
    period: str = "",
    chosen: Sequence[str] = (),
    reference: Territory | None = None,
) -> ShownBreakdown | None:
    """The categories of a view at the reading territory and, for the same period, at the reference: two queries.

    The period asked for when it has a value, else the last that has one; None when none has.
    """
    rows = _rows_by_labels(release, reading, view)
    known = [row for found in rows.values() for row in found if row.value is not None]
    starts = {row.period: row.start for row in known}
    periods = sorted(starts, key=lambda one: (starts[one], one), reverse=True)
    if not periods:
        return None
    settled = period if period in starts else periods[0]
    categories = _in_order([Category(labels, tuple(found)) for labels, found in rows.items()], settled)
    beside = _rows_by_labels(release, reference, view, period=settled) if reference else {}
    return ShownBreakdown(
        view=view,
        categories=categories,
        shown=_chosen(categories, chosen),
        periods=periods,
        period=settled,
        reference={labels: found[0] for labels, found in beside.items()},
    )


def _rows_by_labels(
    release: Release, place: Territory, view: BreakdownView, period: str = ""
) -> dict[Labels, list[Row]]:
    found = Observation.objects.filter(release=release, territory=place, breakdown__key__in=view.keys)
    if period:
        found = found.filter(period=period)
    latest = found.order_by("-period_start", "period", "breakdown_id").values_list("breakdown__key", *FIELDS)
    grouped: dict[str, list[tuple]] = {}
    for key, *row in reversed(latest[:MOST_ROWS]):
        grouped.setdefault(key, []).append(tuple(row))
    read = {_labels(key, view): by_territory(rows).get(place.pk, []) for key, rows in grouped.items()}
    return {labels: rows for labels, rows in read.items() if rows}


def _labels(key: str, view: BreakdownView) -> Labels:
    names = json.loads(key)
    return tuple(names[name] for name in view.names)


def _in_order(categories: Sequence[Category], period: str) -> list[Category]:
    """Ages and sizes in their own order; other categories the highest first. A crossing is in order of both."""
    count = len(categories[0].labels) if categories else 0
    ranks = [_ranks(categories, place, period) for place in range(count)]
    return sorted(categories, key=lambda one: [ranks[place][label] for place, label in enumerate(one.labels)])


def _ranks(categories: Sequence[Category], place: int, period: str) -> dict[str, int]:
    labels = list(dict.fromkeys(category.labels[place] for category in categories))
    if sum(bool(_NUMBER.search(label)) for label in labels) > len(labels) / 2:
        ordered = sorted(labels, key=_size)
    else:
        highest = {label: _highest(categories, place, label, period) for label in labels}
        ordered = sorted(labels, key=lambda label: highest[label], reverse=True)
    return {label: rank for rank, label in enumerate(ordered)}


def _size(label: str) -> tuple[float, str]:
    """« moins de 30 ans » stands before « 30 à 39 ans »; what has no number comes last."""
    number = _NUMBER.search(label)
    below = label.lower().startswith(_BELOW)
    return (float(number[0]) - (0.5 if below else 0) if number else float("inf")), label


def _highest(categories: Sequence[Category], place: int, label: str, period: str) -> Decimal:
    rows = [category.at(period) for category in categories if category.labels[place] == label]
    return max((row.value for row in rows if row and row.value is not None), default=Decimal("-Infinity"))


def _chosen(categories: Sequence[Category], chosen: Sequence[str]) -> list[Category]:
    """Those of the first dimension that were asked for, when they exist; else a first selection that can be read."""
    kept = [category for category in categories if category.labels[0] in set(chosen)]
    if kept:
        return kept[:MOST_SHOWN]
    if not categories or len(categories[0].labels) == 1:
        return list(categories[:MOST_SHOWN])
    shown: list[Category] = []
    for label in dict.fromkeys(category.labels[0] for category in categories):
        group = [category for category in categories if category.labels[0] == label]
        if shown and len(shown) + len(group) > SHOWN_AT_FIRST:
            break
        shown += group
    return shown[:MOST_SHOWN]

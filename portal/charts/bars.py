"""Bars in the cells of a table: the table is the chart, every bar starts at zero."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from portal.charts.paths import percent


@dataclass(frozen=True, slots=True)
class Bar:
    """A row. Without a value, `text` says why and there is no bar. Lengths and places are SVG percentages.

    `tick` is where the value of the reference stands, `whisker` the start and the length of the confidence interval;
    "" for none. `group` is a heading that stands above the first row of its group.
    """

    label: str
    text: str
    start: str
    length: str
    has_value: bool
    tick: str = ""
    whisker: tuple[str, str] | None = None
    group: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class BarInput:
    """A category with its value, or with the words that say why there is none.

    `reference` is the value to compare it with, `interval` its confidence interval, `kind` a class of the style sheet.
    """

    label: str
    value: Decimal | None
    text: str
    reference: Decimal | None = None
    interval: tuple[Decimal, Decimal] | None = None
    group: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class _Scale:
    low: float
    span: float

    def share(self, value: Decimal | float) -> float:
        return (float(value) - self.low) / self.span


def bars(rows: Sequence[BarInput]) -> tuple[list[Bar], str]:
    """One bar a row on one scale, and where zero stands (an SVG percentage; not 0 when some values are negative)."""
    values = [0.0]
    for row in rows:
        values += [float(value) for value in (row.value, row.reference, *(row.interval or ())) if value is not None]
    low, high = min(values), max(values)
    scale = _Scale(low, (high - low) or 1.0)
    shown: list[Bar] = []
    for row in rows:
        is_first = row.group and all(row.group != other.group for other in rows[: len(shown)])
        shown.append(_bar(row, scale, row.group if is_first else ""))
    return shown, percent(scale.share(0.0))


def _bar(row: BarInput, scale: _Scale, group: str) -> Bar:
    zero = scale.share(0.0)
    if row.value is None:
        return Bar(row.label, row.text, percent(zero), "0%", has_value=False, group=group, kind=row.kind)
    end = scale.share(row.value)
    return Bar(
        label=row.label,
        text=row.text,
        start=percent(min(zero, end)),
        length=percent(abs(end - zero)),
        has_value=True,
        tick="" if row.reference is None else percent(scale.share(row.reference)),
        whisker=_whisker(row.interval, scale),
        group=group,
        kind=row.kind,
    )


def _whisker(interval: tuple[Decimal, Decimal] | None, scale: _Scale) -> tuple[str, str] | None:
    if interval is None:
        return None
    lower, upper = (scale.share(bound) for bound in interval)
    return percent(lower), percent(upper - lower)

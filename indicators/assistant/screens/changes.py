"""Rows before and after, in words: « Occitanie, 2024, Femmes : 4,8 → 48,0, ×10, virgule perdue ? »."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from indicators.comparison import ComparedRow, Side
from indicators.statuses import LABELS, MARKS, words_of
from portal.formatting import format_number, format_period_in_sentence, format_short_period, format_signed, labelled

from .values import NO_VALUE, code_words


@dataclass(frozen=True)
class ChangeLine:
    """A row of the tables of a comparison. `flag` is « ×10 » (filled) or « saut » (outlined), never colour alone."""

    territory: str
    code: str
    period: str
    categories: tuple[tuple[str, str], ...]
    """(name of the breakdown, category)."""
    old: str
    new: str
    difference: str
    flag: str = ""
    is_suspect: bool = False
    remark: str = ""
    status: str = ""

    @property
    def place(self) -> str:
        """The territory, then the category of each breakdown."""
        return ", ".join([self.territory, *(category for _head, category in self.categories)])


def heads_of(rows: Iterable[ComparedRow]) -> tuple[str, ...]:
    """Names of the breakdowns met."""
    return tuple(dict.fromkeys(name for row in rows for name in row.breakdown))


def change_lines(rows: Sequence[ComparedRow], heads: Sequence[str], decimals: int) -> list[ChangeLine]:
    """The rows in words; values keep every digit they have, and at least `decimals`."""
    return [_line(row, heads, decimals) for row in rows]


def _line(row: ComparedRow, heads: Sequence[str], decimals: int) -> ChangeLine:
    return ChangeLine(
        territory=row.territory.name or row.territory.code,
        code=code_words(row.territory.scheme, row.territory.code),
        period=format_short_period(row.period),
        categories=tuple((head, row.breakdown.get(head) or _("ensemble")) for head in heads),
        old=_side(row.before, decimals) if row.before else "",
        new=_side(row.after, decimals) if row.after else "",
        difference="" if row.difference is None else format_signed(row.difference, digits(row.difference, decimals)),
        flag=_flag(row),
        is_suspect=bool(row.factor),
        remark=remark(row, decimals),
        status=words_of(row.after.statuses) if row.after else "",
    )


def exact(value: Decimal, decimals: int) -> str:
    """« 48,0 »: every digit, at least as many decimals as the indicator shows."""
    return format_number(value, digits(value, decimals))


def value_when(value: Decimal, period: str, decimals: int) -> str:
    """« 48,0 au 4e trimestre 2023 »."""
    return f"{exact(value, decimals)} {format_period_in_sentence(period)}"


def digits(value: Decimal, decimals: int) -> int:
    """How many decimals show this value whole, at least `decimals`."""
    exponent = value.normalize().as_tuple().exponent
    return max(decimals, -exponent if isinstance(exponent, int) else 0)


def _side(side: Side, decimals: int) -> str:
    if side.value is None:
        return " ".join(MARKS.get(status, status) for status in side.statuses) or NO_VALUE
    value = exact(side.value, decimals)
    if side.interval is None:
        return value
    low, high = (exact(bound, decimals) for bound in side.interval)
    return _("%(value)s (%(low)s à %(high)s)") % {"value": value, "low": low, "high": high}


def _flag(row: ComparedRow) -> str:
    if row.factor:
        return f"×{row.factor}" if row.factor > 0 else f"÷{-row.factor}"
    return _("saut") if row.is_jump else ""


def remark(row: ComparedRow, decimals: int) -> str:
    """Why the row deserves a look: a lost decimal mark, a jump from the period before, a status that changed."""
    if row.factor:
        return _("virgule perdue\u202f?") if abs(row.factor) == 10 else _("unité changée\u202f?")
    if row.is_jump and row.previous is not None and row.new is not None:
        before = value_when(row.previous, row.previous_period, decimals)
        return labelled(before, _("plus que l’écart habituel"))
    return _status_change(row)


def _status_change(row: ComparedRow) -> str:
    if row.before is None or row.after is None or row.before.statuses == row.after.statuses:
        return ""
    gone = [status for status in row.before.statuses if status not in row.after.statuses]
    come = [status for status in row.after.statuses if status not in row.before.statuses]
    lifted = [_("« %(status)s » levé") % {"status": LABELS.get(status, status)} for status in gone]
    added = [_("devient « %(status)s »") % {"status": LABELS.get(status, status)} for status in come]
    return ", ".join(lifted + added)

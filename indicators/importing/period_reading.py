"""The period of each cell, each distinct text read once."""

from dataclasses import dataclass

import numpy as np
from django.utils.translation import gettext as _

from .coded import Coded
from .decisions import Decision
from .ledger import Ledger
from .observations import PeriodRef
from .periods import parse_period, period_hints, split_suffix
from .recipes import PeriodRule


@dataclass
class Periods:
    """`refs[codes[i]]` is the period of cell i, None where it could not be read; `suffixes` the sign glued to it."""

    codes: np.ndarray
    refs: list[PeriodRef | None]
    suffixes: Coded


def read_periods(texts: Coded, rule: PeriodRule) -> Periods:
    """The period that each text says, and the sign glued to it."""
    read = [read_period(text, rule) for text in texts.texts]
    suffixes = Coded(texts.codes, [suffix for _period, suffix in read]).mapped(str)
    return Periods(texts.codes.copy(), [period for period, _suffix in read], suffixes)


def settle_periods(ledger: Ledger, periods: Periods, rule: PeriodRule) -> None:
    """Tell the ledger the texts that say no period for sure, or apply what was decided about them."""
    _settle(ledger, ledger.cells.period, periods, rule)
    _one_kind_of_season(ledger, periods, rule)
    _settle_mixture(ledger, ledger.cells.period, periods, rule)


def read_period(text: str, rule: PeriodRule) -> tuple[PeriodRef | None, str]:
    """The period that a text says for sure, None without one, and the sign glued to it."""
    period = parse_period(text, rule.format)
    if period or rule.suffix == "refuse":
        return period, ""
    bare, suffix = split_suffix(text)
    period = parse_period(bare, rule.format)
    return period, suffix if period and rule.suffix != "drop" else ""


def _settle(ledger: Ledger, texts: Coded, periods: Periods, rule: PeriodRule) -> None:
    def retry(decision: Decision, places: np.ndarray) -> bool:
        period = read_period(decision.text, rule)[0]
        if period:
            periods.refs.append(period)
            periods.codes[places] = len(periods.refs) - 1
        return period is not None

    def suggest(text: str) -> tuple[str, ...]:
        return period_hints(text, rule.format)

    column = ledger.column_of(rule.origin)
    missing = [ref is None for ref in periods.refs]
    for code, wanted in (("empty_period", False), ("unknown_period", True)):
        wrong = texts.where(gone and bool(text) is wanted for gone, text in zip(missing, texts.texts, strict=True))
        ledger.settle(code, ledger.open(wrong), texts, column, retry=retry, suggest=suggest)


def _settle_mixture(ledger: Ledger, texts: Coded, periods: Periods, rule: PeriodRule) -> None:
    """2010-11 is a month and 2012-13 a straddling year: side by side, neither is sure."""
    kinds = {ref.granularity for ref in periods.refs if ref}
    if rule.format == "auto" and {"season", "month"} <= kinds:
        doubtful = [ref is not None and ref.granularity in ("season", "month") for ref in periods.refs]
        places = ledger.open(np.array(doubtful)[periods.codes])
        ledger.settle("mixed_periods", places, texts, ledger.column_of(rule.origin))


def _one_kind_of_season(ledger: Ledger, periods: Periods, rule: PeriodRule) -> None:
    """2021-2022 is two years together, unless 2021/22 stands in the same column: both then are one straddling year."""
    if rule.format != "auto" or not any(ref and ref.granularity == "season" for ref in periods.refs):
        return
    changed = {place: season for place, ref in enumerate(periods.refs) if (season := _as_season(ref))}
    if not changed:
        return
    place, season = next(iter(changed.items()))
    former = periods.refs[place]
    ledger.facts.append(
        _("« %(span)s » est lu comme l’année à cheval %(season)s, comme les autres périodes de la colonne.")
        % {"span": former.label if former else "", "season": season.label}
    )
    periods.refs = [changed.get(place, ref) for place, ref in enumerate(periods.refs)]


def _as_season(ref: PeriodRef | None) -> PeriodRef | None:
    return parse_period(ref.label, "season") if ref and ref.granularity == "span" else None

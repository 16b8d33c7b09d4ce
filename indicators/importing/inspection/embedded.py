"""Territories inside a longer text: `01 Ain`, `Emploi salarié - Ensemble - Loire-Atlantique`; and rows of flags."""

from dataclasses import dataclass

import numpy as np
from django.utils.translation import gettext as _

from indicators.importing.recipes import FlagRow, Origin, TerritoryRule

from .columns import Column
from .guesses import ALMOST, Guess
from .schemes import scheme_fits
from .territory import TerritoryFinding
from .territory_names import known_names, name_rule
from .view import View

LAST_PART = r"^.* - (.+?)$"
FIRST_WORD = r"^([0-9][0-9A-Z]+) "
ENOUGH = 0.4


def find_embedded_territory(view: View, *, flag_text: str = "") -> TerritoryFinding | None:
    """A column of texts that hold a territory, when no column is one."""
    for column in view.columns:
        if column.number_share < 0.5:
            texts = tuple(text for text in column.texts if text != flag_text)
            finding = _code_first(view, column, texts) or _name_last(view, column, texts)
            if finding:
                return finding
    return None


def _code_first(view: View, column: Column, texts: tuple[str, ...]) -> TerritoryFinding | None:
    firsts = tuple(text.split(" ", 1)[0] for text in texts if " " in text)
    if len(firsts) < 0.9 * len(texts) or not firsts:
        return None
    fits = [fit for fit in scheme_fits(firsts, frozenset({"code"})) if _names_agree(view, texts, fit.scheme)]
    if not fits or not all(first[0].isdigit() for first in firsts):
        return None
    fit = fits[0]
    rule = TerritoryRule(Origin(column=column.name, pattern=FIRST_WORD), scheme=fit.scheme, pad=fit.pad)
    return _finding(column, rule, _("Chaque texte commence par un code."))


def _names_agree(view: View, texts: tuple[str, ...], scheme: str) -> bool:
    """Whether what follows the code is the name that the catalogue gives it, for half of those it knows."""
    parts = [text.split(" ", 1) for text in texts if " " in text]
    known = [(row, part[1]) for part in parts if (row := view.catalogue.by_code(scheme, part[0]))]
    hits = sum(row in view.catalogue.by_label(name, scheme) for row, name in known)
    return hits > 0 and hits >= 0.5 * len(known)


def _name_last(view: View, column: Column, texts: tuple[str, ...]) -> TerritoryFinding | None:
    lasts = tuple(dict.fromkeys(text.rpartition(" - ")[2] for text in texts if " - " in text))
    known = known_names(view, lasts)[0]
    if known < ENOUGH or len(lasts) < 2:
        return None
    scheme, labels = name_rule(view, lasts)
    rule = TerritoryRule(Origin(column=column.name, pattern=LAST_PART), scheme=scheme, by="label", labels=labels)
    return _finding(
        column, rule, _("%(share)d %% des fins de texte sont dans le référentiel.") % {"share": round(100 * known)}
    )


def _finding(column: Column, rule: TerritoryRule, reason: str) -> TerritoryFinding:
    guess = Guess(
        "territory.column",
        column.name,
        _("Le territoire est dans le texte de la colonne %(name)s.") % {"name": column.name},
        reason,
        ALMOST,
    )
    return TerritoryFinding(rule, (guess,), column, frozenset({column.place}))


@dataclass(frozen=True, eq=False)
class FlagRows:
    """Every second row holds the flags of the row above it."""

    rule: FlagRow
    series: np.ndarray
    """A mask of the rows that hold values."""


def find_flag_rows(view: View) -> FlagRows | None:
    """A column in which every second cell is one and the same text."""
    for column in view.columns:
        codes = column.codes
        if column.number_share < 0.5 and len(codes) > 3 and len(codes) % 2 == 0 and len(np.unique(codes[1::2])) == 1:
            text = column.dictionary[int(codes[1])].as_py().strip()
            if text and codes[1] not in codes[0::2]:
                return FlagRows(FlagRow(column.name, text), np.arange(len(codes)) % 2 == 0)
    return None

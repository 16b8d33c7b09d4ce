"""Rows kept by the recipe's filters, column by column, each distinct text tested once."""

from collections.abc import Sequence

import numpy as np
from django.utils.translation import gettext as _

from portal.formatting import quoted

from .fitting import column_of, does_not_fit
from .patterns import matching
from .recipes import FilterRule, FlagRow
from .sheets import Sheet
from .spellings import tidy

TEXTS_SHOWN = 12


def flag_rows(sheet: Sheet, rule: FlagRow | None) -> np.ndarray:
    """Which rows hold the flags of the series above them; a filter never takes them from their series."""
    if rule is None:
        return np.zeros(len(sheet.rows), dtype=bool)
    marker = sheet.coded(column_of(sheet, rule.column))
    return marker.where(text == tidy(rule.equals) for text in marker.texts)


def filtered(sheets: Sequence[Sheet], rules: Sequence[FilterRule], flags: FlagRow | None = None) -> list[Sheet]:
    """The sheets with the rows that pass every filter.

    Raises FileRefused (`recipe_does_not_fit`) when a filter leaves nothing: its text has changed in the source.
    """
    kept = list(sheets)
    for rule in rules:
        before = kept
        kept = [sheet.kept(_passes(sheet, rule) | flag_rows(sheet, flags)) for sheet in before]
        if all(flag_rows(sheet, flags).all() for sheet in kept):
            raise does_not_fit(_nothing_kept(before, rule))
    return kept


def absent_values(sheets: Sequence[Sheet], rules: Sequence[FilterRule]) -> list[str]:
    """A sentence for each listed value of an `in` filter that the file does not hold."""
    sentences = []
    for rule in (rule for rule in rules if rule.operator == "in"):
        found = {text for sheet in sheets for text in sheet.coded(column_of(sheet, rule.column)).texts}
        absent = [value for value in rule.values if tidy(value) not in found]
        if absent:
            names = ", ".join(quoted(value) for value in absent[:TEXTS_SHOWN])
            sentences.append(
                _("Filtre « %(column)s » : le fichier ne contient pas %(names)s.")
                % {"column": rule.column, "names": names}
            )
    return sentences


def _passes(sheet: Sheet, rule: FilterRule) -> np.ndarray:
    coded = sheet.coded(column_of(sheet, rule.column))
    return coded.where(_answers(coded.texts, rule))


def _answers(texts: list[str], rule: FilterRule) -> list[bool]:
    wanted = {tidy(value) for value in rule.values}
    match rule.operator:
        case "equals" | "in":
            return [text in wanted for text in texts]
        case "not":
            return [text not in wanted for text in texts]
        case "empty":
            return [not text for text in texts]
        case "not_empty":
            return [bool(text) for text in texts]
    found = matching(texts, rule.values[0]).tolist()
    return found if rule.operator == "matches" else [not hit for hit in found]


def _nothing_kept(sheets: Sequence[Sheet], rule: FilterRule) -> str:
    texts = dict.fromkeys(text for sheet in sheets for text in sheet.coded(column_of(sheet, rule.column)).texts)
    shown = ", ".join(quoted(text) for text in list(texts)[:TEXTS_SHOWN]) + (" …" if len(texts) > TEXTS_SHOWN else "")
    return _("Le filtre sur « %(column)s » (%(rule)s) ne garde aucune ligne ; textes trouvés : %(found)s.") % {
        "column": rule.column,
        "rule": " ".join(filter(None, (rule.operator, ", ".join(rule.values)))),
        "found": shown,
    }

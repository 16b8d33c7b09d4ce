"""A territory said once for the whole table: in a title, the sheet name, the file name, or what the person wants."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from indicators.importing.recipes import Origin, TerritoryRule
from indicators.importing.territories import CatalogueRow

from .guesses import ALMOST, TO_CONFIRM, Alternative, Guess
from .territory import TerritoryFinding
from .view import View

LONGEST = 6
_WORD = re.compile(r"[\w’'-]+")


def find_territory_elsewhere(view: View) -> TerritoryFinding:
    """The one territory that the texts around the table name, as a constant; a doubt when none does."""
    options: dict[str, CatalogueRow] = {}
    for text, where in _texts(view):
        rows = named_territories(view, text)
        options.update({row.reference: row for row in rows})
        if len(rows) == 1:
            return _constant(rows[0], text, where)
    return TerritoryFinding(TerritoryRule(Origin(constant="")), (_doubt(options),))


def _texts(view: View) -> Iterator[tuple[str, str]]:
    for _row, _column, text in view.table.above:
        yield text, _("Le titre du tableau")
    yield view.table.grid.name, _("Le nom de la feuille")
    yield re.sub(r"[_.-]+", " ", view.source.name), _("Le nom du fichier")
    yield view.hints.wording, _("Votre recherche")


def named_territories(view: View, text: str) -> list[CatalogueRow]:
    """Territories named by a run of words of the text, the longest names first."""
    words = _WORD.findall(text)
    for length in range(min(LONGEST, len(words)), 0, -1):
        found: dict[str, CatalogueRow] = {}
        for start in range(len(words) - length + 1):
            phrase = " ".join(words[start : start + length])
            if phrase[:1].isupper() and len(phrase) > 2:
                found.update({row.reference: row for row in view.catalogue.by_label(phrase)})
        if found:
            return list(found.values())
    return []


def _constant(row: CatalogueRow, text: str, where: str) -> TerritoryFinding:
    guess = Guess(
        "territory.constant",
        row.reference,
        _("Le territoire est %(name)s (%(scheme)s %(code)s), le même partout.")
        % {"name": row.name, "scheme": row.scheme, "code": row.code},
        _("%(where)s le dit : « %(text)s ».") % {"where": where, "text": text[:100]},
        ALMOST,
    )
    return TerritoryFinding(TerritoryRule(Origin(constant=row.code), scheme=row.scheme), (guess,))


def _doubt(options: dict[str, CatalogueRow]) -> Guess:
    return Guess(
        "territory.constant",
        "",
        _("Le fichier ne dit pas de quel territoire sont ses valeurs."),
        _("Aucune colonne, aucun titre ne nomme un territoire connu."),
        TO_CONFIRM,
        tuple(
            Alternative(reference, row.name, f"{row.scheme} {row.code}")
            for reference, row in list(options.items())[:12]
        ),
        _("De quel territoire sont ces valeurs ?"),
    )

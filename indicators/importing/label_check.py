"""Codes whose name stands beside them: what contradicts is said, and the code is what is read."""

import numpy as np
from django.utils.translation import gettext as _

from .coded import Coded, paired
from .fitting import column_of
from .ledger import Ledger
from .problems import INFORMATION, Problem
from .recipes import TerritoryRule
from .sheets import Column, Sheet
from .territories import Catalogue, CatalogueRow
from .territory_reading import Resolver

SAMPLE = 40
KNOWN = 0.8
"""Share of the names of a column that the catalogue must know in the scheme of the codes."""
ONE_TO_ONE = 0.9
SHOWN = 20


def check_labels(ledger: Ledger, sheet: Sheet, rule: TerritoryRule, catalogue: Catalogue) -> None:
    """Tells every code that stands beside the name of another territory of the same scheme, as information."""
    origin = rule.origin
    if rule.by != "code" or not origin.column or origin.pattern or rule.scheme_column:
        return
    column = column_of(sheet, origin.column)
    codes = sheet.coded(column)
    rows = [_row(Resolver(rule, catalogue), text) for text in codes.texts]
    label = next((one for one in sheet.columns if one != column and _labels(sheet, one, codes, rows, catalogue)), None)
    if label:
        _tell(ledger, sheet, (column, label), rows, catalogue)


def _row(resolver: Resolver, text: str) -> CatalogueRow | None:
    ref = resolver.resolve(text).ref
    return resolver.catalogue.by_code(ref.scheme, ref.code) if ref.known else None


def _labels(sheet: Sheet, column: Column, codes: Coded, rows: list[CatalogueRow | None], catalogue: Catalogue) -> bool:
    """One name for each code, known in the scheme of the codes."""
    names = [text for text in sheet.coded(column).texts if text]
    schemes = {row.scheme for row in rows if row}
    sample = names[:: max(1, len(names) // SAMPLE)]
    known = sum(any(catalogue.by_label(text, scheme) for scheme in schemes) for text in sample)
    alike = ONE_TO_ONE * len(codes.texts) <= len(names) <= len(codes.texts) / ONE_TO_ONE
    return bool(names) and alike and known >= KNOWN * len(sample)


def _tell(
    ledger: Ledger, sheet: Sheet, columns: tuple[Column, Column], rows: list[CatalogueRow | None], catalogue: Catalogue
) -> None:
    codes, names = (sheet.coded(column) for column in columns)
    pairs, found = paired([codes.codes, names.codes], [range(len(codes.texts)), names.texts])
    wrong = [place for place, (code, name) in enumerate(found) if _contradict(rows[code], name, catalogue)]
    for place in wrong[:SHOWN]:
        code, name = found[place]
        numbers = sheet.rows[pairs == place] + 1
        ledger.add(
            _problem(columns, codes.texts[code], rows[code], name, tuple(numbers.tolist())),
            np.flatnonzero(np.isin(ledger.cells.row, numbers)),
        )


def _contradict(row: CatalogueRow | None, name: str, catalogue: Catalogue) -> bool:
    if row is None or not name:
        return False
    named = catalogue.by_label(name, row.scheme)
    return bool(named) and row not in [catalogue.current(one) for one in named]


def _problem(
    columns: tuple[Column, Column], code: str, row: CatalogueRow | None, name: str, rows: tuple[int, ...]
) -> Problem:
    reason = _("Le code %(code)s est celui de %(known)s, mais la colonne « %(column)s » dit « %(name)s ».") % {
        "code": code,
        "known": row.name if row else "",
        "column": columns[1].name,
        "name": name,
    }
    remedy = _("C’est le code qui est lu. Si le nom est le bon, corrigez le fichier et redéposez-le.")
    return Problem(
        "label_contradicts_code",
        INFORMATION,
        reason,
        remedy,
        columns[0].name,
        f"{code} {name}",
        rows=rows,
        count=len(rows),
    )

"""A column that is called « code » and nothing else: of territories, unless the names beside it say otherwise."""

from indicators.importing.spellings import folded

from .columns import Column, depends_on
from .schemes import COMMUNE, DEPARTEMENT, EPCI, REGION, SchemeFit
from .view import View

NAMES = frozenset({"code", "codes", "cod", "id", "code_territoire", "code territoire"})
LEVELS = frozenset({COMMUNE, EPCI, DEPARTEMENT, REGION})
TRIED = 200
KNOWN = 0.8


def is_bare_code(view: View, column: Column, fit: SchemeFit) -> bool:
    """Whether all the cells are codes of this level, the names that stand beside them, if any, being of this level."""
    if folded(column.name) not in NAMES or fit.scheme not in LEVELS or fit.share < 1 or column.distinct < 2:
        return False
    return all(_are_of(view, names, fit.scheme) for names in view.columns if _is_beside(column, names))


def _is_beside(column: Column, names: Column) -> bool:
    """Texts that go one to one with the codes."""
    is_text = names is not column and names.number_share < 0.5 and names.period_share < 0.5
    return is_text and names.distinct > 1 and depends_on(names, column) and depends_on(column, names)


def _are_of(view: View, names: Column, scheme: str) -> bool:
    texts = names.texts[:TRIED]
    return sum(bool(view.catalogue.by_label(text, scheme)) for text in texts) >= KNOWN * len(texts)

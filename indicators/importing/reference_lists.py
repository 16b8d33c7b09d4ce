"""Lists of territories (code, name, chief town…) are no statistics: they go to the catalogue, not to the figures."""

import re
from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .coded import Coded
from .grids import Grid, SourceFile
from .periods import parse_period
from .recipes import FileShape
from .refusals import FileRefused
from .sheets import Column, Sheet, cut
from .spellings import folded
from .territories import Catalogue

MAX_ROWS = 100_000
KNOWN_SHARE = 0.8
_LEVELS: Mapping[str, str | Promise] = {
    "COG commune": gettext_lazy("communes"),
    "COG département": gettext_lazy("départements"),
    "COG région": gettext_lazy("régions"),
    "EPCI SIREN": gettext_lazy("intercommunalités"),
}
_SCHEMES_OF_NAMES = {"com": "COG commune", "codgeo": "COG commune", "dep": "COG département", "reg": "COG région"}
_CODE_NAMES = re.compile(
    r"(?:code.*|cod(?:geo|com|dep|reg).*|.*_code|id|siren|siret|insee|dep|reg|com|arr|can|ctcd|epci|chef_?lieu|tncc|typecom"
    r"|comparent|iso.*|nuts.*|longitude|latitude|lon|lat)"
)
_NUMBER = re.compile(r"[-+]?\d[\d\s]*(?:[.,]\d+)?")


def refuse_reference_list(source: SourceFile, catalogue: Catalogue) -> None:
    """Raises FileRefused (`not_statistics`) when the only sheet lists territories without any value or period."""
    if len(source.grids) == 1 and len(source.grids[0].cells) <= MAX_ROWS:
        refusal = _refusal(source.grids[0], catalogue)
        if refusal:
            raise refusal


def _refusal(grid: Grid, catalogue: Catalogue) -> FileRefused | None:
    sheet = cut(grid, FileShape())
    columns = {column: sheet.coded(column) for column in sheet.columns}
    listed = (_scheme_listed(column.name, coded, catalogue) for column, coded in columns.items())
    scheme = next(filter(None, listed), "")
    if not scheme or any(_says_figures(column, coded, catalogue) for column, coded in columns.items()):
        return None
    return FileRefused("not_statistics", _sentence(sheet, scheme), _remedy())


def _scheme_listed(name: str, coded: Coded, catalogue: Catalogue) -> str:
    """The scheme of which this column lists the codes, each once."""
    if len(coded.texts) != len(coded) or len(coded) < 2:
        return ""
    if scheme := _SCHEMES_OF_NAMES.get(folded(name)):
        return scheme
    for scheme in catalogue.schemes():
        known = sum(catalogue.by_code(scheme, text) is not None for text in coded.texts)
        if known >= KNOWN_SHARE * len(coded):
            return scheme
    return ""


def _says_figures(column: Column, coded: Coded, catalogue: Catalogue) -> bool:
    """Could this column hold values or periods?"""
    name = folded(column.name)
    if parse_period(column.name) or name in (
        "annee",
        "year",
        "periode",
        "period",
        "date",
        "mois",
        "trimestre",
        "time_period",
    ):
        return True
    numbers = [text for text in coded.texts if _NUMBER.fullmatch(text)]
    is_numeric = len(numbers) >= 0.5 * len([text for text in coded.texts if text]) and bool(numbers)
    return is_numeric and not _CODE_NAMES.fullmatch(name) and not _scheme_listed(name, coded, catalogue)


def _sentence(sheet: Sheet, scheme: str) -> str:
    return _(
        "Ce fichier est une liste de %(count)d %(level)s (colonnes %(columns)s : codes et libellés), sans aucune "
        "valeur ni période. Rien n’a été enregistré comme observation."
    ) % {
        "count": len(sheet.rows),
        "level": _LEVELS.get(scheme) or _("territoires"),
        "columns": ", ".join(sheet.names[:20]),
    }


def _remedy() -> str:
    return _(
        "Une telle liste va dans le référentiel des territoires : ouvrez « Territoires », puis « Importer ». "
        "Pour des chiffres, choisissez un fichier qui contient des valeurs et des périodes."
    )

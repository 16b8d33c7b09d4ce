"""Files that hold no figures: lists of territories, catalogues, texts."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from indicators.importing.refusals import FileRefused
from portal.formatting import quoted

from .columns import Column
from .schemes import COMMUNE, DEPARTEMENT, EPCI, REGION
from .territory import Candidate, territory_candidates
from .view import View

LEVELS = {
    COMMUNE: gettext_lazy("communes"),
    EPCI: gettext_lazy("intercommunalités"),
    DEPARTEMENT: gettext_lazy("départements"),
    REGION: gettext_lazy("régions"),
}
NAMES_SHOWN = 12


def no_table() -> FileRefused:
    """The refusal of a file in which no table was found."""
    return FileRefused(
        "not_statistics",
        _("Ce fichier ne contient pas de tableau : il faut au moins une ligne de titres et des lignes de valeurs."),
        _("Vérifiez que chaque valeur a un territoire et une période. Rien n’a été enregistré."),
    )


def no_figures(view: View) -> FileRefused:
    """The refusal of a table without any value; a list of territories is sent to where such lists go."""
    lists = [candidate for candidate in territory_candidates(view) if _lists_each_once(candidate.column)]
    if not lists:
        return _plain(view)
    scheme = next((candidate.fits[0].scheme for candidate in reversed(lists) if candidate.fits), "")
    return FileRefused(
        "not_statistics",
        _(
            "Ce fichier est une liste de %(count)d %(level)s (%(columns)s), sans aucune valeur ni période."
            " Rien n’a été enregistré."
        )
        % {
            "count": len(lists[0].column.codes),
            "level": _level(lists, scheme),
            "columns": ", ".join(_roles(view.columns)),
        },
        _("Une telle liste va dans le référentiel des territoires : Chiffres, Territoires, Importer."),
    )


def _lists_each_once(column: Column) -> bool:
    return column.distinct == len(column.codes) > 1


def _level(lists: list[Candidate], scheme: str) -> str:
    """Codes of départements are also those of regions for a part of them: the level that fits all of them."""
    schemes = {fit.scheme for candidate in lists for fit in candidate.fits}
    for one in (EPCI, DEPARTEMENT, REGION, COMMUNE):
        if one in schemes:
            return str(LEVELS[one])
    return str(LEVELS.get(scheme, _("territoires")))


def _roles(columns: Iterable[Column]) -> list[str]:
    """The columns of such a list in ordinary words, else by their name."""
    words = (
        ({"dep", "com", "codgeo", "code", "siren"}, _("code")),
        ({"reg", "region"}, _("région")),
        ({"cheflieu", "chef"}, _("chef-lieu")),
        ({"libelle", "nom", "name", "nccenr"}, _("libellé")),
    )
    said = [next((label for names, label in words if column.words & names), "") for column in columns]
    named = list(dict.fromkeys(label for label in said if label))
    return named or [column.name for column in columns][:NAMES_SHOWN]


def _plain(view: View) -> FileRefused:
    names = ", ".join(quoted(column.name) for column in view.columns[:NAMES_SHOWN])
    reason = ngettext(
        "Ce fichier n’est pas une statistique : sur %(count)d ligne, aucune colonne ne tient de valeurs (%(names)s).",
        "Ce fichier n’est pas une statistique : sur %(count)d lignes, aucune colonne ne tient de valeurs (%(names)s).",
        view.table.height,
    ) % {"count": view.table.height, "names": names}
    return FileRefused(
        "not_statistics",
        reason,
        _("Vérifiez que chaque valeur a un territoire et une période. Rien n’a été enregistré."),
    )

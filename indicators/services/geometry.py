"""Outlines of the territories of a scheme, written in one go."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from indicators.geometry import Drawing, Features, GeometryRefused, draw
from indicators.models import Territory, TerritoryGeometry
from portal.formatting import quoted
from portal.generation import renew_generation


@dataclass(frozen=True)
class LoadedGeometry:
    """What was stored, and what the file and the catalogue do not share."""

    drawing: Drawing
    unknown: Sequence[str]
    """Codes of the file that no territory of the scheme has."""
    without: Sequence[str]
    """Names of territories of the scheme that the file does not draw."""


@transaction.atomic
def geometry_load(*, features: Features, scheme: str, tolerance: float) -> LoadedGeometry:
    """Replace the outlines of a scheme by those of a file; only known territories are drawn.

    Raises GeometryRefused when the scheme has no territory or shares no code with the file.
    """
    known = {territory.code: territory for territory in Territory.objects.filter(scheme=scheme)}
    if not known:
        schemes = Territory.objects.order_by("scheme").values_list("scheme", flat=True).distinct()
        words = {"scheme": quoted(scheme), "schemes": ", ".join(schemes)}
        raise GeometryRefused(_("Aucun territoire n’a la nomenclature %(scheme)s. Connues\u00a0: %(schemes)s.") % words)
    surfaces = {code: surface for code, surface in features.surfaces.items() if code in known}
    unknown = sorted(features.surfaces.keys() - known.keys())
    if not surfaces:
        words = {"scheme": quoted(scheme), "codes": ", ".join(unknown[:5])}
        raise GeometryRefused(_("Aucun code du fichier n’est de la nomenclature %(scheme)s\u00a0: %(codes)s…") % words)
    drawing = draw(surfaces, tolerance)
    _store(drawing, known, scheme)
    renew_generation()
    without = sorted(str(known[code].name) for code in known.keys() - surfaces.keys())
    return LoadedGeometry(drawing, unknown, without)


def _store(drawing: Drawing, known: Mapping[str, Territory], scheme: str) -> None:
    TerritoryGeometry.objects.filter(territory__scheme=scheme).delete()
    TerritoryGeometry.objects.bulk_create(
        TerritoryGeometry(
            territory=known[code],
            path=outline.path,
            left=outline.left,
            top=outline.top,
            right=outline.right,
            bottom=outline.bottom,
        )
        for code, outline in drawing.outlines.items()
    )

"""The polygons of a GeoJSON file (RFC 7946), by the code that each bears; what cannot be drawn is refused by name."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import shapely
from django.utils.translation import gettext as _
from shapely.errors import ShapelyError
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from portal.formatting import quoted

SURFACES = ("Polygon", "MultiPolygon")


class GeometryRefused(ValueError):
    """A sentence for the person who loads the file: what is wrong, and where."""


@dataclass(frozen=True)
class Features:
    """Surfaces by code; `mended` are the codes whose outline crossed itself."""

    surfaces: dict[str, BaseGeometry]
    mended: list[str] = field(default_factory=list)


def read_features(content: bytes, code_property: str) -> Features:
    """The surfaces of the file, those of one code joined. Raises GeometryRefused."""
    surfaces: dict[str, list[BaseGeometry]] = {}
    mended: list[str] = []
    for number, feature in enumerate(_features(content), 1):
        code = _code(feature, code_property, number)
        surface, was_mended = _surface(feature, code)
        surfaces.setdefault(code, []).append(surface)
        mended += [code] if was_mended else []
    return Features({code: shapely.union_all(parts) for code, parts in surfaces.items()}, mended)


def _features(content: bytes) -> Iterator[Mapping[str, Any]]:
    try:
        document = json.loads(content.decode("utf-8-sig"))
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        raise GeometryRefused(_("Ce fichier n’est pas du GeoJSON\u00a0: il ne se lit pas comme du JSON.")) from error
    if not isinstance(document, dict) or document.get("type") != "FeatureCollection":
        raise GeometryRefused(_("Ce fichier n’est pas du GeoJSON\u00a0: un FeatureCollection est attendu."))
    features = document.get("features")
    if not isinstance(features, list) or not features:
        raise GeometryRefused(_("Ce fichier ne contient aucun contour."))
    yield from features


def _code(feature: Any, name: str, number: int) -> str:
    properties = feature.get("properties") if isinstance(feature, dict) else None
    known = properties if isinstance(properties, dict) else {}
    code = known.get(name)
    if code is None or str(code).strip() == "":
        words = {"number": number, "name": quoted(name), "names": ", ".join(sorted(known)) or _("aucune")}
        raise GeometryRefused(
            _("Le contour n° %(number)d n’a pas de propriété %(name)s\u202f; les siennes\u00a0: %(names)s.") % words
        )
    return str(code).strip()


def _surface(feature: Mapping[str, Any], code: str) -> tuple[BaseGeometry, bool]:
    """The surface of a feature, mended when its outline crosses itself."""
    geometry = feature.get("geometry")
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if kind not in SURFACES:
        words = {"code": quoted(code), "kind": kind or _("vide")}
        raise GeometryRefused(_("Le contour de %(code)s n’est pas une surface (%(kind)s).") % words)
    try:
        surface = shapely.force_2d(shape(geometry))
    except (ShapelyError, ValueError, TypeError, IndexError) as error:
        raise GeometryRefused(_("Le contour de %(code)s est mal écrit.") % {"code": quoted(code)}) from error
    if surface.is_valid and surface.area > 0:
        return surface, False
    repaired = _surfaces_of(shapely.make_valid(surface))
    if not repaired.area > 0:
        raise GeometryRefused(
            _("Le contour de %(code)s n’a pas de surface et ne peut pas être réparé.") % {"code": quoted(code)}
        )
    return repaired, True


def _surfaces_of(geometry: BaseGeometry) -> BaseGeometry:
    """What has a surface in a mended geometry: lines and points that fell out of it are left."""
    parts = [part for part in shapely.get_parts(geometry) if part.area > 0]
    return shapely.union_all([shapely.get_parts(part) for part in parts]) if parts else shapely.Polygon()

"""Outlines of territories: read from a GeoJSON file, mended, simplified, drawn as path data; see docs/geometry.md."""

from indicators.geometry.drawing import Drawing, Outline, draw
from indicators.geometry.features import Features, GeometryRefused, read_features

__all__ = ["Drawing", "Features", "GeometryRefused", "Outline", "draw", "read_features"]

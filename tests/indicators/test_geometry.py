"""Outlines from a file of our own: simplified along shared borders, refused by name, light enough for a page."""

import json
import re
from pathlib import Path

import pytest
from django.core.management import call_command

from indicators.geometry import GeometryRefused, draw, read_features
from indicators.geometry import drawing as drawing_module
from indicators.geometry.drawing import GRID, TOLERANCE
from indicators.models import TerritoryGeometry
from portal.generation import current_generation

SAMPLES = Path(__file__).parents[1] / "samples" / "geometry"


def sample(name: str) -> bytes:
    return (SAMPLES / name).read_bytes()


def collection(*features: dict) -> bytes:
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


def feature(code: str, coordinates: list, kind: str = "Polygon") -> dict:
    return {
        "type": "Feature",
        "properties": {"code": code},
        "geometry": {"type": kind, "coordinates": coordinates},
    }


SQUARE = [[[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]]


def test_outlines_are_whole_numbers_inside_the_grid():
    drawing = draw(read_features(sample("three_places.geojson"), "code").surfaces)
    assert set(drawing.outlines) == {"44109", "44162", "44190", "99999"}
    for outline in drawing.outlines.values():
        assert re.fullmatch(r"(M\d+ \d+l[-\d ]+z)+", outline.path)
        assert 0 <= outline.left <= outline.right <= GRID
        assert 0 <= outline.top <= outline.bottom <= GRID


def test_north_is_up():
    drawing = draw(read_features(sample("three_places.geojson"), "code").surfaces)
    assert drawing.outlines["44109"].bottom <= drawing.outlines["44190"].top


def test_a_territory_of_two_parts_has_two_rings():
    drawing = draw(read_features(sample("three_places.geojson"), "code").surfaces)
    assert drawing.outlines["44190"].path.count("z") == 2


def test_shapes_keep_their_proportions_at_their_latitude():
    surfaces = read_features(collection(feature("a", [[[0, 60], [2, 60], [2, 61], [0, 61], [0, 60]]])), "code").surfaces
    outline = draw(surfaces).outlines["a"]
    assert abs((outline.right - outline.left) - (outline.bottom - outline.top)) < GRID / 50


def test_projected_coordinates_are_kept():
    surfaces = read_features(
        collection(
            feature(
                "a",
                [
                    [
                        [350_000, 6_680_000],
                        [352_000, 6_680_000],
                        [352_000, 6_681_000],
                        [350_000, 6_681_000],
                        [350_000, 6_680_000],
                    ]
                ],
            )
        ),
        "code",
    ).surfaces
    outline = draw(surfaces).outlines["a"]
    assert (outline.right - outline.left, outline.bottom - outline.top) == (GRID, GRID / 2)


def test_a_territory_too_small_to_draw_stays_visible():
    tiny = feature("b", [[[5, 5], [5.0001, 5], [5.0001, 5.0001], [5, 5]]])
    outline = draw(read_features(collection(feature("a", SQUARE), tiny), "code").surfaces).outlines["b"]
    assert outline.right > outline.left


def test_a_heavy_drawing_is_simplified_until_it_fits_a_page(monkeypatch):
    monkeypatch.setattr(drawing_module, "MOST_CHARACTERS", 500)
    rough = [[[x / 900, (x * 37 % 101) / 90] for x in range(900)] + [[1, 9], [0, 9], [0, 0]]]
    drawing = draw(read_features(collection(feature("a", rough)), "code").surfaces)
    assert drawing.characters <= 500
    assert drawing.tolerance > TOLERANCE


def test_what_no_simplification_makes_light_is_refused(monkeypatch):
    monkeypatch.setattr(drawing_module, "MOST_CHARACTERS", 10)
    with pytest.raises(GeometryRefused, match="trop nombreux"):
        draw(read_features(sample("three_places.geojson"), "code").surfaces)


def test_an_outline_that_crosses_itself_is_mended_and_named():
    found = read_features(sample("crossed.geojson"), "code")
    assert found.mended == ["44109"]
    assert found.surfaces["44109"].is_valid


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"code;nom\n44109;Nantes\n", "n’est pas du GeoJSON"),
        (b'{"type": "Topology"}', "FeatureCollection"),
        (collection(), "aucun contour"),
        (collection({"type": "Feature", "properties": {"insee": "1"}, "geometry": None}), "«\u00a0code\u00a0»"),
        (collection(feature("44109", [0, 0], "Point")), "n’est pas une surface (Point)"),
        (collection(feature("44109", [[[0, 0], [1, 1], [0, 0], [0, 0]]])), "44109"),
        (collection(feature("44109", [[["a", 0]]])), "44109"),
    ],
)
def test_what_cannot_be_drawn_is_refused_by_name(content, words):
    with pytest.raises(GeometryRefused, match=re.escape(words)):
        read_features(content, "code")


def load(*options: str) -> None:
    call_command("load_geometry", str(SAMPLES / "three_places.geojson"), *options)


@pytest.mark.django_db
def test_loading_replaces_the_outlines_of_the_scheme_and_says_what_is_left_out(capsys):
    before = current_generation()
    for _time in range(2):
        load("--scheme", "COG commune", "--code-property", "code")
    assert {one.territory.code for one in TerritoryGeometry.objects.select_related("territory")} == {
        "44109",
        "44162",
        "44190",
    }
    said = capsys.readouterr().out
    assert "3 contours chargés" in said
    assert "laissés de côté\u00a0: 99999" in said
    assert "Territoires sans contour" in said
    assert current_generation() > before


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--scheme", "Inconnue", "--code-property", "code"), "Aucun territoire n’a la nomenclature « Inconnue »"),
        (("--scheme", "COG région", "--code-property", "code"), "Aucun code du fichier"),
        (("--scheme", "COG commune", "--code-property", "insee"), "n’a pas de propriété « insee »"),
        (("--scheme", "COG commune", "--code-property", "code", "--tolerance", "0"), "positif"),
    ],
)
def test_a_refused_file_stores_nothing(capsys, options, words):
    with pytest.raises(SystemExit):
        load(*options)
    assert words in capsys.readouterr().err.replace("\u00a0", " ")
    assert not TerritoryGeometry.objects.exists()

"""The still chart tells what the one of the page does: target, projection, break, provisional values, names."""

import re
from decimal import Decimal

import pytest

from indicators.models import Territory
from indicators.outputs.plot import plot
from indicators.outputs.plot_labels import Box
from indicators.selectors import Choices, indicator_page, published_indicator
from tests.factories.indicators import add_rows, make_indicator, make_live, make_release

pytestmark = pytest.mark.django_db

BOX = Box(width=536, height=330, text=17, focus=25, stroke=1.7)


VALUES = {
    "2016": "16.9",
    "2018": "16.0",
    "2019": "15.8",
    "2020": "15.6",
    "2021": "15.4",
    "2022": "15.1",
    "2023": "14.9",
}


def drawing(*, box: Box = BOX, **fields) -> str:
    indicator = make_indicator("ecart", **({"direction": -1, "measure": "points"} | fields))
    release = make_release(indicator, VALUES)
    add_rows(release, {"2012": "18.0"})
    add_rows(release, {"2015": "17.2"}, status="break")
    add_rows(release, {"2024": "14.6"}, status="provisional")
    country = Territory.objects.get(scheme="ISO3166-1 alpha-2", code="FR")
    add_rows(release, {"2015": "15.0", "2024": "14.5"}, territory=country)
    make_live(release)
    found = published_indicator("ecart")
    found.publication.release.indicator = found
    return plot(indicator_page(found, found.publication.release, Choices()), box)


def texts(svg: str) -> list[str]:
    return [text.replace("\u00a0", " ") for text in re.findall(r"<text[^>]*>([^<]*)</text>", svg)]


def test_lines_end_with_their_name_and_their_last_value():
    said = " ".join(texts(drawing()))
    assert "Nantes 14,6 %" in said
    assert "France 14,5 %" in said


def test_the_break_and_the_target_are_written():
    said = texts(drawing(target_value=Decimal(8), target_year=2030))
    assert "rupture de série" in said
    assert "objectif 2030 : 8 %" in said
    assert any(text.startswith("au rythme actuel") for text in said)


def test_a_provisional_value_is_a_hollow_disc():
    assert re.search(r'<circle[^>]*fill="#fff"', drawing())


def test_the_focus_takes_the_accent_of_the_site():
    svg = drawing(box=Box(width=536, height=330, text=17, focus=25, stroke=1.7, accent="#5b2a86"))
    assert "#5b2a86" in svg
    assert "#0b57c2" not in svg


def test_no_word_covers_another():
    svg = drawing(target_value=Decimal("14.5"), target_year=2026)
    grounds = re.findall(r'<rect x="([-\d.]+)" y="([-\d.]+)" width="([\d.]+)" height="([\d.]+)"', svg)
    boxes = [tuple(map(float, ground)) for ground in grounds]
    assert not [(a, b) for index, a in enumerate(boxes) for b in boxes[index + 1 :] if overlap(a, b)]


def overlap(a, b) -> bool:
    return all(a[axis] < b[axis] + b[axis + 2] - 3 and b[axis] < a[axis] + a[axis + 2] - 3 for axis in (0, 1))

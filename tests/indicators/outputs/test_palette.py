"""Images carry the light colours of the style sheet."""

import re
from pathlib import Path

from django.conf import settings

from indicators.outputs import palette

TOKENS = (Path(settings.BASE_DIR) / "portal/static_src/css/tokens.css").read_text()
NAMES = {
    "paper": palette.PAPER,
    "ink": palette.INK,
    "ink-2": palette.INK_2,
    "rule": palette.RULE,
    "edge": palette.EDGE,
    "loire": palette.LOIRE,
    "cmp": palette.CMP,
    "up": palette.UP,
    "down": palette.DOWN,
    "flat": palette.FLAT,
    "none": palette.NONE,
    "hi": palette.HIGHLIGHT,
}


def test_light_colours_are_those_of_the_style_sheet():
    found = dict(re.findall(r"--([\w-]+): light-dark\((#\w+),", TOKENS))
    assert {name: found[name] for name in NAMES} == NAMES


def test_goals_have_their_official_colour_and_a_text_that_is_read_on_it():
    found = re.findall(r"\.o(\d+) \{ --c: (#\w+); --on: var\(--on-([ld])\)", TOKENS)
    texts = {"l": palette.PAPER, "d": palette.INK}
    assert {int(number): (fill, texts[on]) for number, fill, on in found} == palette.GOALS

"""The display face, cut to what the observatory shows: one file of about 20 kB made from the whole variable font."""

import logging
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

SOURCE = "@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-standard-normal.woff2"
FILE_NAME = "bricolage-odd.woff2"
AXES = {"wdth": 88, "opsz": 48, "wght": (500, 700)}
LETTERS = "ÀÂÄÆÇÉÈÊËÎÏÔÖŒÙÛÜŸàâäæçéèêëîïôöœùûüÿ"
SIGNS = "«»‘’“”–—…·•€°±×−≤≥→←↑↓%‰²³₂½¼ª º©\u00a0\u2009\u2011\u202f"
THIN_SPACE, NARROW_SPACE, HYPHEN, NO_BREAK_HYPHEN = 0x2009, 0x202F, 0x2D, 0x2011


def build_font(node_modules: Path, folder: Path) -> Path:
    """Write the cut font into `folder`: width 88, optical size 48, weights 500 to 700, French and English text."""
    logging.getLogger("fontTools").setLevel(logging.ERROR)
    font = instantiateVariableFont(TTFont(node_modules / SOURCE, recalcTimestamp=False), AXES)
    give_missing_signs(font)
    keep_our_text(font)
    font.flavor = "woff2"
    folder.mkdir(parents=True, exist_ok=True)
    font.save(folder / FILE_NAME)
    return folder / FILE_NAME


def give_missing_signs(font: TTFont) -> None:
    """Draw the narrow no-break space and the no-break hyphen, which French text needs, with their breaking twins."""
    for table in font["cmap"].tables:
        for wanted, twin in ((NARROW_SPACE, THIN_SPACE), (NO_BREAK_HYPHEN, HYPHEN)):
            if twin in table.cmap:
                table.cmap.setdefault(wanted, table.cmap[twin])


def keep_our_text(font: TTFont) -> None:
    """Drop every glyph that neither French nor English text, figures or our signs use."""
    options = Options(layout_features=["kern", "liga", "tnum", "lnum", "sups", "mark", "ccmp"], hinting=False)
    cutter = Subsetter(options)
    cutter.populate(text="".join(map(chr, range(0x20, 0x7F))) + LETTERS + SIGNS)
    cutter.subset(font)

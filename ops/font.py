"""The faces of the observatory, made from whole variable fonts.

Pages get the display face, cut to what they show: one file of about 20 kB. Images and documents drawn on the server get
plain TrueType files of the display and of the text face, one a weight: their renderers know no variable font.
"""

import logging
import shutil
from pathlib import Path
from typing import Any

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

SOURCE = "@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-standard-normal.woff2"
FILE_NAME = "bricolage-odd.woff2"
AXES: dict[str, Any] = {"wdth": 88, "opsz": 48, "wght": (500, 700)}
LETTERS = "ÀÂÄÆÇÉÈÊËÎÏÔÖŒÙÛÜŸàâäæçéèêëîïôöœùûüÿ"
SIGNS = "«»‘’“”–—…·•€°±×−≤≥→←↑↓%‰²³₂½¼ª º©\u00a0\u2009\u2011\u202f"
TEXT_SOURCE = "@fontsource-variable/inter/files/inter-{subset}-standard-normal.woff2"
TEXT_WEIGHTS = {"regular": 400, "medium": 500, "bold": 600}
TEXT_SIZE = 14
DISPLAY_WEIGHT, DISPLAY_NAME_WEIGHT = 560, 600
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


def build_drawing_fonts(node_modules: Path, folder: Path) -> list[Path]:
    """Write the TrueType files that images and documents are drawn with into `folder`, emptied before.

    `display.ttf` is the face of headlines, `text-<weight>.ttf` that of texts, with the letters of every Latin alphabet.
    """
    logging.getLogger("fontTools").setLevel(logging.ERROR)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    axes = {"wdth": AXES["wdth"], "opsz": AXES["opsz"], "wght": DISPLAY_WEIGHT}
    display = still(node_modules / SOURCE, axes, ("Bricolage ODD", DISPLAY_NAME_WEIGHT))
    display.save(folder / "display.ttf")
    for name, weight in TEXT_WEIGHTS.items():
        text_face(node_modules, weight, folder / f"text-{name}.ttf")
    return sorted(folder.glob("*.ttf"))


def text_face(node_modules: Path, weight: int, path: Path) -> None:
    """One weight of the text face: its letters for western Europe, then those of the other Latin alphabets."""
    parts = []
    for subset, features in (("latin", ["kern", "tnum", "lnum", "mark", "ccmp"]), ("latin-ext", [])):
        source = node_modules / TEXT_SOURCE.format(subset=subset)
        font = still(source, {"wght": weight, "opsz": TEXT_SIZE}, ("Inter", weight))
        cutter = Subsetter(Options(layout_features=features, hinting=False, drop_tables=["GDEF", "STAT"]))
        cutter.populate(unicodes=font.getBestCmap())
        cutter.subset(font)
        parts.append(path.with_suffix(f".{subset}"))
        font.save(parts[-1])
    Merger().merge([str(part) for part in parts]).save(path)
    for part in parts:
        part.unlink()


def still(source: Path, axes: dict[str, float], name: tuple[str, int]) -> TTFont:
    """One weight of a variable font, under this name of family and this weight."""
    font = instantiateVariableFont(TTFont(source, recalcTimestamp=False), axes)
    give_missing_signs(font)
    family, weight = name
    for record in font["name"].names:
        if record.nameID in (1, 16):
            record.string = family
        elif record.nameID in (2, 17):
            record.string = "Regular"
    font["OS/2"].usWeightClass = weight
    font["OS/2"].usWidthClass = 5
    font.flavor = None
    return font

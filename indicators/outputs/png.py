"""A drawing as PNG bytes, with our own faces: the machine's fonts are never read."""

import resvg_py

from indicators.outputs.typefaces import EVERY


def png(drawing: str, *, zoom: int = 1) -> bytes:
    """The picture, `zoom` times as large as the drawing says. Raises ValueError for a drawing that is no SVG."""
    files = [str(face.path) for face in EVERY]
    return bytes(resvg_py.svg_to_bytes(svg_string=drawing, skip_system_fonts=True, font_files=files, zoom=zoom))

"""Compiles the translations (.po to .mo) with polib, so that no machine needs GNU gettext to run the site."""

from pathlib import Path

import polib

ROOT = Path(__file__).resolve().parents[1]


def catalogues(root: Path) -> list[Path]:
    """Every .po file of the project, in a stable order."""
    return sorted(root.glob("locale/*/LC_MESSAGES/*.po"))


def compile_all(root: Path) -> int:
    """Write the .mo file beside each .po that is newer than it; return how many were written."""
    written = 0
    for source in catalogues(root):
        compiled = source.with_suffix(".mo")
        if not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime:
            polib.pofile(str(source)).save_as_mofile(str(compiled))
            written += 1
    return written


if __name__ == "__main__":
    compile_all(ROOT)

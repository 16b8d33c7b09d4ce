"""Gathers the texts to translate with GNU gettext, through Django's own `makemessages`, in a copy of the sources.

The source language is French: `locale/en` holds the translations, `locale/fr` only the plural forms, from the msgids.
"""

import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

import polib

from ops.environment import PYTHON

APPLICATIONS = ("portal", "indicators", "company_survey", "sdg_pages", "home", "templates")
LANGUAGES = ("en", "fr")
# A letter or space beyond ASCII written as an escape, as for the spaces that look like any other on screen;
# half of a pair of surrogates is no character that a file can hold.
ESCAPED = re.compile(r"\\u(?!00[0-7]|[dD][89a-fA-F])([0-9a-fA-F]{4})")
LEFT_OUT = shutil.ignore_patterns("__pycache__", "static_built", "static_src", "migrations", "node_modules")


class ExtractionFailed(Exception):
    """xgettext refused a source; the message holds what it said."""


def catalogue_path(root: Path, language: str) -> Path:
    """The catalogue of a language."""
    return root / "locale" / language / "LC_MESSAGES" / "django.po"


def extracted(root: Path) -> dict[str, polib.POFile]:
    """The catalogues as they would be after an extraction today, by language; the project itself is not touched."""
    with tempfile.TemporaryDirectory(prefix="observatory-messages-") as folder:
        copy = Path(folder)
        for name in APPLICATIONS:
            if (root / name).is_dir():
                shutil.copytree(root / name, copy / name, ignore=LEFT_OUT)
        write_escapes_out(copy)
        for language in LANGUAGES:
            bring_catalogue(root, copy, language)
        run_makemessages(copy)
        return {language: polib.pofile(str(catalogue_path(copy, language))) for language in LANGUAGES}


def write_escapes_out(folder: Path) -> None:
    """Put the character itself where a Python text has `\\u00a0`: xgettext would keep the escape, Python does not."""
    for source in folder.rglob("*.py"):
        text = source.read_text(encoding="utf-8")
        source.write_text(ESCAPED.sub(lambda code: chr(int(code[1], 16)), text), encoding="utf-8")


def bring_catalogue(root: Path, copy: Path, language: str) -> None:
    """Copy the catalogue of a language so that existing translations are kept."""
    target = catalogue_path(copy, language)
    target.parent.mkdir(parents=True)
    if catalogue_path(root, language).exists():
        shutil.copy(catalogue_path(root, language), target)


def run_makemessages(folder: Path) -> None:
    """Run Django's command in `folder`. Raises ExtractionFailed."""
    options = ["--no-location", "--no-wrap", "--no-obsolete", "--extension", "html,txt,py"]
    languages = [word for language in LANGUAGES for word in ("--locale", language)]
    command = [str(PYTHON), "-m", "django", "makemessages", *languages, *options]
    without_settings = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    done = subprocess.run(command, cwd=folder, env=without_settings, capture_output=True, text=True)
    if done.returncode:
        raise ExtractionFailed(done.stderr.strip())

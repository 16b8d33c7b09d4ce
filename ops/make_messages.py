"""`make messages`: brings `locale/` up to date with the sources and lists what remains to be translated."""

import re
import sys
from pathlib import Path

import polib

from ops.check_messages import list_missing
from ops.environment import ROOT
from ops.extract_messages import ExtractionFailed, catalogue_path, extracted

PLURAL_FORMS = {"fr": "nplurals=2; plural=(n > 1);", "en": "nplurals=2; plural=(n != 1);"}
DATES = re.compile(r"^(POT-Creation|PO-Revision)-Date$")


def fill_source_language(catalogue: polib.POFile) -> None:
    """French is its own translation; only plural forms need saying, since French counts zero as singular."""
    for entry in catalogue:
        if entry.msgid_plural:
            entry.msgstr_plural = {0: entry.msgid, 1: entry.msgid_plural}
            entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]


def keep_plurals_only(catalogue: polib.POFile) -> None:
    """Drop from the French catalogue what gettext finds by itself: a text without translation shows as it is."""
    for entry in [entry for entry in catalogue if not entry.msgid_plural]:
        catalogue.remove(entry)


def tidy(catalogue: polib.POFile, language: str) -> None:
    """Headers that depend on the language only, so that a run without changes leaves the file as it was."""
    kept = {name: value for name, value in catalogue.metadata.items() if not DATES.match(name)}
    ours = {"Project-Id-Version": "csr-sdg-observatory", "Language": language, "Plural-Forms": PLURAL_FORMS[language]}
    catalogue.metadata = {
        **{name: value for name, value in kept.items() if name in {"MIME-Version", "Content-Transfer-Encoding"}},
        "Content-Type": "text/plain; charset=UTF-8",
        **ours,
    }
    catalogue.metadata_is_fuzzy = []
    catalogue.header = ""


def write(root: Path) -> list[str]:
    """Write both catalogues and return what English still lacks."""
    catalogues = extracted(root)
    fill_source_language(catalogues["fr"])
    keep_plurals_only(catalogues["fr"])
    for language, catalogue in catalogues.items():
        tidy(catalogue, language)
        catalogue.sort(key=lambda entry: (entry.msgid, entry.msgctxt or ""))
        catalogue.wrapwidth = 120
        catalogue_path(root, language).parent.mkdir(parents=True, exist_ok=True)
        catalogue.save(str(catalogue_path(root, language)))
    return list_missing(catalogues["en"])


def main() -> int:
    """Write the catalogues; fail while a text is not translated."""
    try:
        missing = write(ROOT)
    except ExtractionFailed as failure:
        sys.exit(f"The texts could not be gathered: {failure}")
    print("\n".join(missing) or "Every text is translated.")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())

"""Is every visible text translated? Extracts again into a copy and looks at what English lacks."""

from pathlib import Path

import polib

from ops.extract_messages import ExtractionFailed, extracted

LONGEST_SHOWN = 100


def missing_translations(root: Path) -> list[str]:
    """One line for each text without an English translation, and for each translation still marked uncertain."""
    try:
        catalogues = extracted(root)
    except ExtractionFailed as failure:
        return [f"The texts could not be gathered: {failure}"]
    return list_missing(catalogues["en"])


def list_missing(catalogue: polib.POFile) -> list[str]:
    """The texts of this catalogue that cannot be shown in its language."""
    untranslated = [f"not translated: {shortened(entry.msgid)}" for entry in catalogue.untranslated_entries()]
    uncertain = [f"marked uncertain (fuzzy): {shortened(entry.msgid)}" for entry in catalogue.fuzzy_entries()]
    return untranslated + uncertain


def shortened(text: str) -> str:
    """The text on one line, cut to a readable length."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_SHOWN else f"{line[: LONGEST_SHOWN - 1]}…"

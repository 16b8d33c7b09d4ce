"""What the demo holds, read from its YAML files."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from indicators.importing.recipes import Recipe, load_recipe

FOLDER = Path(__file__).parent

PUBLISHED, IN_REVIEW, CHANGES_REQUESTED, DRAFT = OUTCOMES = ("published", "in_review", "changes_requested", "draft")
"""What becomes of the release of a file, so that the demo shows every state."""


@dataclass(frozen=True)
class ReleasePlan:
    """A file to import for an indicator, what is said of it, and how far its release goes."""

    file: str
    outcome: str
    message: str = ""
    note_fr: str = ""
    note_en: str = ""
    comment: str = ""

    @property
    def content(self) -> bytes:
        """The bytes of the file."""
        return (FOLDER / "files" / self.file).read_bytes()


@dataclass(frozen=True)
class Sheet:
    """An indicator: the raw mapping of its file, and its releases in order."""

    code: str
    raw: dict[str, Any]
    releases: tuple[ReleasePlan, ...]

    @property
    def recipe(self) -> Recipe:
        """How the files of this indicator are read."""
        return load_recipe((FOLDER / "recipes" / f"{self.code}.yaml").read_text(encoding="utf-8"))


@cache
def catalogue() -> dict[str, list[dict[str, Any]]]:
    """`departments`, `peer_groups` and `sources`."""
    return yaml.safe_load((FOLDER / "catalogue.yaml").read_text(encoding="utf-8"))


@cache
def sheets() -> tuple[Sheet, ...]:
    """Every indicator of the demo, by code."""
    return tuple(_sheet(path) for path in sorted((FOLDER / "sheets").glob("*.yaml")))


def _sheet(path: Path) -> Sheet:
    raw = yaml.safe_load(path.read_text(encoding="utf-8"))
    return Sheet(raw["code"], raw, tuple(ReleasePlan(**plan) for plan in raw["releases"]))


def in_both(raw: dict[str, Any], *names: str) -> dict[str, str]:
    """`{"title": {"fr": …, "en": …}}` as the fields `title_fr` and `title_en`."""
    return {f"{name}_{language}": raw[name][language] for name in names for language in ("fr", "en")}

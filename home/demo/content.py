"""What the pages of the demo hold, read from the YAML files of `pages/`; docs/demo.md describes their form."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent / "pages"
LANGUAGES = ("fr", "en")


@dataclass(frozen=True)
class PageContent:
    """One page in both languages. `key` is the name of its file, and what the ids of its blocks are made from."""

    key: str
    raw: dict[str, Any]

    @property
    def model(self) -> str:
        """`goal`, `article`, `resource`, `event` or `text`."""
        return str(self.raw["model"])

    @property
    def slug(self) -> str:
        return str(self.raw["slug"])

    def fields(self, language: str) -> dict[str, str]:
        """The texts of that language, by field."""
        return {name: text[language] for name, text in self.raw.get("texts", {}).items()}


@cache
def page_contents() -> tuple[PageContent, ...]:
    """Every page, in the order of the names of the files: a page stands before those below it."""
    return tuple(
        PageContent(path.stem, yaml.safe_load(path.read_text(encoding="utf-8")))
        for path in sorted(FOLDER.glob("*.yaml"))
    )

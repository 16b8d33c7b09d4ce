"""What a page written in a YAML file holds, in both languages: pages of a new site, pages of the demo."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

LANGUAGES = ("fr", "en")


@dataclass(frozen=True)
class PageContent:
    """One page in both languages. `key` is the name of its file, and what the ids of its blocks are made from."""

    key: str
    raw: dict[str, Any]

    @property
    def model(self) -> str:
        """`goal`, `article`, `resource`, `event` or `text`."""
        return str(self.raw.get("model", "text"))

    @property
    def slug(self) -> str:
        return str(self.raw["slug"])

    @property
    def facts(self) -> dict[str, Any]:
        """The fields that are the same in both languages."""
        return dict(self.raw.get("facts", {}))

    def fields(self, language: str) -> dict[str, str]:
        """The texts of that language, by field."""
        return {name: text[language] for name, text in self.raw.get("texts", {}).items()}


def read_pages(folder: Path) -> tuple[PageContent, ...]:
    """Every page of a folder, in the order of the names of the files: a page stands before those below it."""
    return tuple(
        PageContent(path.stem, yaml.safe_load(path.read_text(encoding="utf-8")))
        for path in sorted(folder.glob("*.yaml"))
    )

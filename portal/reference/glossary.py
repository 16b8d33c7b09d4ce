"""The words that the pages of every site use, explained in both languages; read once, by a migration."""

from pathlib import Path
from typing import Any

import yaml

FILE = Path(__file__).with_name("glossary.yaml")


def load_glossary(term_model: Any) -> None:
    """Add the words that are not there yet, online: they come with the product. A word that exists is left alone."""
    for entry in yaml.safe_load(FILE.read_text(encoding="utf-8")):
        words = {
            f"{field}_{language}": text for field in ("name", "definition") for language, text in entry[field].items()
        }
        term_model.objects.get_or_create(slug=entry["slug"], defaults=words | {"live": True})

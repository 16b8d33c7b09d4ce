"""What the pages of the demo hold, read from the YAML files of `pages/`; docs/demo.md describes their form."""

from functools import cache
from pathlib import Path

from home.page_files import LANGUAGES, PageContent, read_pages

__all__ = ["LANGUAGES", "PageContent", "page_contents"]

FOLDER = Path(__file__).parent / "pages"


@cache
def page_contents() -> tuple[PageContent, ...]:
    """Every page, in the order of the names of the files."""
    return read_pages(FOLDER)

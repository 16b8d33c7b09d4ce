"""What these pages hold: one YAML file each, that names no territory and no figure (`home.identity` fills names in)."""

from datetime import UTC, datetime, time
from functools import cache
from pathlib import Path
from typing import Any

from home.page_files import PageContent, read_pages
from home.page_notation import TEXT_WRITERS, body_of

FOLDER = Path(__file__).parent / "pages"


@cache
def starter_pages() -> tuple[PageContent, ...]:
    """Every page, in the order in which a new site lists them."""
    return read_pages(FOLDER)


def starter_page(slug: str) -> PageContent | None:
    """The page that a new site has at this address."""
    return next((content for content in starter_pages() if content.slug == slug), None)


def starter_fields(content: PageContent, language: str) -> dict[str, Any]:
    """The values of the columns of the page in one language, its body as raw JSON."""
    day = datetime.combine(content.raw["revised"], time(12), UTC)
    return {
        **content.fields(language),
        **content.facts,
        "body": body_of(f"starter-{content.key}", content.raw["body"], language, TEXT_WRITERS),
        "first_published_at": day,
        "last_published_at": day,
    }

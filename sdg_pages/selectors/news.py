"""Articles, resources and events as news."""

from portal.slots import MOST_NEWS, FeedEntry
from sdg_pages.selectors.reading_list import MODELS


def news(language: str) -> list[FeedEntry]:
    """The latest of each kind of page (three queries, and one for the addresses)."""
    return [
        FeedEntry(page.title, page.url or "", page.summary, page.first_published_at)
        for model in MODELS
        for page in model.objects.live()
        .public()
        .filter(locale__language_code=language, first_published_at__isnull=False)
        .order_by("-first_published_at")[:MOST_NEWS]
    ]

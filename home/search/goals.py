"""The goals as another way into the site."""

from indicators.models import Goal


def goals_with_a_page(language: str) -> list[Goal]:
    """Goals whose page is online in that language, by number (one query)."""
    return list(Goal.objects.filter(pages__live=True, pages__locale__language_code=language).distinct())

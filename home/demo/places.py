"""Where the pages of the demo stand in the tree."""

from collections.abc import Sequence
from typing import Any

from home.demo.content import PageContent, page_contents
from home.models import HomePage, StandardPage
from indicators.models import Goal, PriorityIssue
from sdg_pages.models import ArticleIndexPage, ArticlePage, EventPage, ResourcePage, SdgPage

MODELS = {"article": ArticlePage, "resource": ResourcePage, "event": EventPage, "text": StandardPage}


def existing_page(content: PageContent, language: str) -> Any:
    """The page as it is in that language, or None; the page of a goal always exists."""
    if content.model == "goal":
        return SdgPage.objects.filter(goal=int(content.slug), locale__language_code=language).first()
    return MODELS[content.model].objects.filter(slug=content.slug, locale__language_code=language).first()


def new_page(content: PageContent) -> Any:
    """An unsaved page with its slug, goals and priority issues."""
    page = MODELS[content.model](slug=content.slug)
    if content.model != "text":
        page.goals = list(Goal.objects.filter(number__in=content.raw.get("goals", [])))
        page.priority_issues = list(PriorityIssue.objects.filter(number__in=content.raw.get("issues", [])))
    return page


def parent_of(content: PageContent, language: str) -> Any:
    """The index of articles, or for a page of text the front page or the page that its file names."""
    if content.model != "text":
        return ArticleIndexPage.objects.get(locale__language_code=language)
    if "parent" in content.raw:
        return StandardPage.objects.get(slug=content.raw["parent"], locale__language_code=language)
    return HomePage.objects.get(locale__language_code=language)


def demo_pages() -> Sequence[Any]:
    """Every page that the demo brought or wrote, in every language, those below another one first."""
    found = [existing_page(content, language) for content in reversed(page_contents()) for language in ("en", "fr")]
    return [page for page in found if page is not None]

"""Pages for tests, written and reviewed as the team does it."""

from datetime import datetime
from typing import Any

from wagtail.models import Page

from home.models import StandardPage
from portal.models import Term, User
from portal.page_services import add_draft, approve_page, submit_page
from sdg_pages.models import ArticleIndexPage, ArticlePage, EventPage, ResourcePage, SdgPage
from tests.factories.indicators import make_user


def make_editor(**fields: Any) -> User:
    """A member of the team who writes pages."""
    return make_user(groups=("Rédaction",), **fields)


def make_page_reviewer(**fields: Any) -> User:
    """Somebody who reads pages before they go online."""
    return make_user(groups=("Relecture",), **fields)


def without_starter_texts() -> None:
    """A site whose pages of text and glossary say nothing, for tests that count what is found."""
    StandardPage.objects.update(live=False)
    Term.objects.update(live=False)


def publish_page(page: Any, *, author: User | None = None, reviewer: User | None = None) -> Any:
    """Put the latest revision online the way the team does: submitted by one person, approved by another."""
    submit_page(page=page, user=author or make_editor())
    return approve_page(page=page, user=reviewer or make_page_reviewer())


def article_index(language: str = "fr") -> ArticleIndexPage:
    """The index that the migrations made."""
    return ArticleIndexPage.objects.get(locale__language_code=language)


def goal_page(number: int, language: str = "fr") -> SdgPage:
    """The page of a goal that the migrations made."""
    return SdgPage.objects.get(goal=number, locale__language_code=language)


def make_article(
    title: str = "Un article",
    *,
    live: bool = True,
    parent: Page | None = None,
    author: User | None = None,
    **fields: Any,
) -> ArticlePage:
    """An article below the French index, online unless `live` is False."""
    page = ArticlePage(title=title, **({"summary": "Ce que disent les chiffres."} | fields))
    return put(page, parent or article_index(), author or make_editor(), live=live)


def make_resource(title: str = "Un outil", *, live: bool = True, **fields: Any) -> ResourcePage:
    """A tool of the axis « Agir » below the French index."""
    page = ResourcePage(title=title, **({"summary": "À quoi il sert.", "axis": "agir", "kind": "outil"} | fields))
    return put(page, article_index(), make_editor(), live=live)


def make_event(title: str = "Une rencontre", *, starts_at: datetime, live: bool = True, **fields: Any) -> EventPage:
    """An event below the French index."""
    page = EventPage(title=title, starts_at=starts_at, **({"summary": "Pourquoi venir.", "axis": "agir"} | fields))
    return put(page, article_index(), make_editor(), live=live)


def put(page: Any, parent: Page, author: User, *, live: bool) -> Any:
    """Add the page below its parent, and online when asked."""
    add_draft(parent=parent, page=page, user=author)
    return publish_page(page, author=author) if live else page

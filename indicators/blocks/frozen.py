"""Figures that pages keep at a former release, for who looks after these pages."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from wagtail.models import Page

from indicators.blocks.questions import AsksFigures, Wanted
from indicators.models import Indicator
from portal.content_checks.reading import blocks_of


@dataclass(frozen=True, slots=True)
class FrozenFigure:
    """A page that shows an indicator as `version` told it, while `current` is online."""

    page: Any
    indicator: Indicator
    version: int
    current: int


def frozen_figures_with_newer_release() -> list[FrozenFigure]:
    """The frozen figures of live pages that a newer release has made old.

    One query for each type of page that is live, one for the list of pages, one for the indicators.
    """
    wanted = {page: _frozen(page) for page in Page.objects.live().order_by("title", "pk").specific()}
    published = _published({one for found in wanted.values() for one in found})
    figures = [
        FrozenFigure(page, indicator, one.version or 0, indicator.publication.release.number)
        for page, found in wanted.items()
        for one in found
        if (indicator := published.get(one.key))
    ]
    return [figure for figure in figures if figure.version < figure.current]


def _frozen(page: Any) -> list[Wanted]:
    """The figures of a page that are frozen, each once."""
    asked = [
        question.wanted
        for one in blocks_of(page)
        if isinstance(one.block, AsksFigures)
        for question in one.block.questions(one.value)
    ]
    return [wanted for wanted in dict.fromkeys(asked) if wanted.version is not None]


def _published(wanted: set[Wanted]) -> dict[int | str, Indicator]:
    numbers = [one.key for one in wanted if isinstance(one.key, int)]
    codes = [one.key for one in wanted if isinstance(one.key, str)]
    found = Indicator.objects.published().filter(Q(pk__in=numbers) | Q(code__in=codes))
    return {key: one for one in found.select_related("publication__release") for key in (one.pk, one.code)}

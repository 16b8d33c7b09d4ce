"""From a reading to screen 2, and the same screen with what is missing marked."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from indicators.assistant.drafts import draft_of
from indicators.assistant.posted import territory_words
from indicators.assistant.previews import preview_of
from indicators.assistant.screens.errors import ErrorLine
from indicators.assistant.screens.questions import Option
from indicators.assistant.screens.raw import raw_grids
from indicators.assistant.screens.reading import ReadingScreen, reading_screen
from indicators.catalogue import territory_catalogue
from indicators.models import Upload
from indicators.services.upload_reading import ASIDE, UploadReading

from .paging import whole_number

MOST_NAMES = 1_500


def build_screen(upload: Upload, found: UploadReading, request: HttpRequest, form: Any = None) -> ReadingScreen:
    """Screen 2 of this reading; `?valeurs=` and `?page=` choose the rows shown."""
    draft = draft_of(upload)
    return reading_screen(
        found=found,
        preview=preview_of(upload, found, draft.answers),
        territories=territory_list(),
        raw=raw_grids(found.source),
        draft=draft,
        choice=request.POST.get("valeurs") or request.GET.get("valeurs", ""),
        page=whole_number(request.GET.get("page", "")) or 1,
        recipe_name=draft.recipe_name or recipe_name(upload, found),
        recipe_is_kept=draft.keeps_recipe,
        scope=scope_options(upload, found),
        difference=found.misfit,
        is_first=not hasattr(upload.indicator, "publication"),
        is_read_with_recipe=bool(found.recipe_fits),
        is_recipe_aside=bool(found.stored_recipe and draft.answers.get(ASIDE)),
        sheet=form,
    )


def recipe_name(upload: Upload, found: UploadReading) -> str:
    """The name kept last year, else one made of the source and the indicator."""
    if found.stored_recipe:
        return found.stored_recipe.name
    if upload.indicator:
        return f"{upload.indicator.source.producer}, {upload.indicator.title_fr}"[:160]
    return upload.original_name.rpartition(".")[0][:160]


def scope_options(upload: Upload, found: UploadReading) -> list[Option]:
    """Whether the file is everything or a new part: asked only when something is online."""
    if not upload.indicator or not hasattr(upload.indicator, "publication"):
        return []
    chosen = found.recipe.scope
    return [
        Option("replaces", _("Oui, il remplace tout"), _("ce qui n’y est plus sort de la page"), chosen == "replaces"),
        Option("adds", _("Non, il complète"), _("ce qui est en ligne et n’y est pas reste"), chosen == "adds"),
    ]


def territory_list() -> list[str]:
    """Names to choose from where a territory is asked; a long catalogue is searched by its exact name instead."""
    rows = territory_catalogue().rows
    return [territory_words(row.name, row.scheme, row.code) for row in rows] if len(rows) <= MOST_NAMES else []


def with_errors(screen: ReadingScreen, missing: Sequence[ErrorLine]) -> ReadingScreen:
    """The same screen, each unanswered question and undecided problem marked."""
    anchors = {line.anchor for line in missing}
    questions = [replace(one, has_error=f"d{one.number}" in anchors) for one in screen.questions]
    problems = [replace(one, has_error=one.field in anchors) for one in screen.problems]
    return replace(screen, questions=questions, problems=problems)

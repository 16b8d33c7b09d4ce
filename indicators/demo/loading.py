"""Loads the demo: every file goes through the import, its release through the review, between two people."""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.db import transaction

from indicators.demo.accounts import PLATFORM_TEAM, REVIEWER, create_people, officer_of
from indicators.demo.catalogue import create_departments, create_peer_groups, create_sources
from indicators.demo.content import CHANGES_REQUESTED, DRAFT, PUBLISHED, ReleasePlan, Sheet, sheets
from indicators.demo.following import give_demo_reasons, plan_demo_releases
from indicators.demo.indicators import create_draft
from indicators.models import Indicator, Release
from indicators.services.importing import import_upload
from indicators.services.recipes import keep_recipe
from indicators.services.release_words import ReleaseWords
from indicators.services.review import approve_release, request_changes
from indicators.services.review_submission import submit_release
from indicators.services.uploads import receive_upload
from portal.models import User

APPROVAL = "Comparé au fichier de la source."


@dataclass
class Loaded:
    """What a run brought: codes of indicators, number of releases."""

    indicators: list[str] = field(default_factory=list)
    releases: int = 0


def is_empty() -> bool:
    """Is this an installation that nobody has used yet: no account and no indicator?"""
    return not (User.objects.exists() or Indicator.objects.exists())


def load_demo(*, told: Callable[[str], None] = lambda line: None) -> Loaded:
    """Brings what is missing of the demo and changes nothing that is there; `told` hears the title of each indicator.

    An indicator comes whole or not at all: an interrupted run is taken up by the next one.
    """
    with transaction.atomic():
        create_departments()
        people = create_people()
        create_sources()
        create_peer_groups()
    loaded = Loaded()
    known = set(Indicator.objects.values_list("code", flat=True))
    for sheet in sheets():
        if sheet.code in known:
            continue
        loaded.releases += len(load_indicator(sheet, people))
        loaded.indicators.append(sheet.code)
        told(sheet.raw["title"]["fr"])
    with transaction.atomic():
        plan_demo_releases(people[PLATFORM_TEAM.email])
        give_demo_reasons()
    return loaded


@transaction.atomic
def load_indicator(sheet: Sheet, people: dict[str, User]) -> list[Release]:
    """One indicator with its recipe and its releases, by the data officer of its department."""
    officer = people[officer_of(sheet.raw["department"]).email]
    indicator = create_draft(sheet, officer)
    recipe = sheet.recipe
    keep_recipe(source=indicator.source, indicator=indicator, name=recipe.name, recipe=recipe, user=officer)
    return [load_release(indicator, plan, officer, people[REVIEWER.email]) for plan in sheet.releases]


def load_release(indicator: Indicator, plan: ReleasePlan, officer: User, reviewer: User) -> Release:
    """Receive the file, read it, write the draft, and take it as far as the plan says."""
    upload = receive_upload(content=plan.content, name=plan.file, user=officer, indicator=indicator)
    words = ReleaseWords(message=plan.message, note_fr=plan.note_fr, note_en=plan.note_en)
    release = import_upload(upload=upload, indicator=indicator, user=officer, words=words)
    if plan.outcome == DRAFT:
        return release
    release = submit_release(release=release, user=officer, message=plan.message)
    if plan.outcome == PUBLISHED:
        release = approve_release(release=release, user=reviewer, comment=plan.comment or APPROVAL)
    elif plan.outcome == CHANGES_REQUESTED:
        release = request_changes(release=release, user=reviewer, comment=plan.comment)
    return release

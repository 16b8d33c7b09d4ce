"""What follows the figures in the demo: dates of the calendar, estimated and said so, and reasons of what is absent."""

from datetime import date
from functools import cache
from typing import Any

import yaml

from indicators.demo.content import FOLDER
from indicators.models import CoverageGap, DateChange, Goal, PlannedRelease, Source, Target
from indicators.services.calendar import move_release, plan_release
from portal.models import User


@cache
def following() -> dict[str, Any]:
    """`calendar`, the `note` of its dates, and `gaps`."""
    return yaml.safe_load((FOLDER / "following.yaml").read_text(encoding="utf-8"))


def plan_demo_releases(user: User) -> None:
    """The dates of sources that have none planned."""
    for raw in following()["calendar"]:
        source = Source.objects.filter(code=raw["source"], planned_releases=None).first()
        if source is not None:
            plan_demo_release(source, raw, user)


def plan_demo_release(source: Source, raw: dict[str, Any], user: User) -> None:
    """One date, and what it became."""
    note = following()["note"]
    planned = PlannedRelease(
        source=source,
        expected=date.fromisoformat(raw["expected"]),
        precision=raw["precision"],
        note_fr=note["fr"],
        note_en=note["en"],
    )
    plan_release(planned=planned, user=user)
    if after := raw.get("then"):
        move_release(
            planned=planned,
            expected=date.fromisoformat(after["expected"]),
            precision=after["precision"],
            reason_fr=after["reason"]["fr"],
            reason_en=after["reason"]["en"],
            user=user,
        )


def give_demo_reasons() -> None:
    """The reasons of goals and targets that have none yet."""
    for raw in following()["gaps"]:
        words = {"state": raw["state"], "reason_fr": raw["fr"], "reason_en": raw["en"]}
        if "goal" in raw:
            CoverageGap.objects.get_or_create(goal=Goal.objects.get(number=raw["goal"]), defaults=words)
        for code in raw.get("targets", ()):
            CoverageGap.objects.get_or_create(target=Target.objects.get(code=code), defaults=words)


def remove_demo_following(sources: Any) -> None:
    """The dates of these sources with their log, and the reasons that are still those of the demo."""
    planned = PlannedRelease.objects.filter(source__in=sources)
    changes = DateChange.objects.filter(planned__in=planned).order_by()
    changes._raw_delete(changes.db)
    planned.delete()
    CoverageGap.objects.filter(reason_fr__in=[raw["fr"] for raw in following()["gaps"]]).delete()

"""The sheets of the demo as draft indicators."""

from decimal import Decimal
from typing import Any

from django.utils.timezone import localdate

from indicators.demo.content import Sheet, in_both
from indicators.models import Goal, Indicator, PeerGroup, PriorityIssue, Source, Target
from indicators.models.indicator import Direction
from indicators.units import kind_of_unit
from portal.models import Department, User

TEXTS = (
    "title",
    "unit",
    "sentence",
    "definition",
    "scope",
    "method",
    "limits",
    "explanation",
    "chart_description",
    "proxy_note",
)
DIRECTIONS = {"higher": Direction.HIGHER, "lower": Direction.LOWER, "none": Direction.NONE}


def create_draft(sheet: Sheet, user: User) -> Indicator:
    """The sheet as a draft written by `user`, with its first revision. Raises ValidationError for a text too long."""
    indicator = Indicator(code=sheet.code, slug=sheet.code, live=False, **fields_of(sheet.raw))
    indicator.goals = list(Goal.objects.filter(number__in=sheet.raw["goals"]))
    indicator.targets = list(Target.objects.filter(code__in=sheet.raw["targets"]))
    indicator.priority_issues = list(PriorityIssue.objects.filter(number__in=sheet.raw["priority_issues"]))
    indicator.full_clean()
    indicator.save()
    indicator.save_revision(user=user, log_action=True)
    return indicator


def fields_of(raw: dict[str, Any]) -> dict[str, Any]:
    """The keys of a sheet as fields of the model."""
    band = raw.get("band")
    return {
        **in_both(raw, *TEXTS),
        **target_of(raw.get("target")),
        **commentary_of(raw.get("commentary")),
        "kind": raw.get("kind") or kind_of_unit(raw["unit"]["fr"]),
        "decimals": raw["decimals"],
        "direction": DIRECTIONS[raw["direction"]],
        "measure": raw["measure"],
        "band": Decimal(band) if band else None,
        "judged_part": raw.get("judged_part", 0),
        "frequency": raw["frequency"],
        "source": Source.objects.get(code=raw["source"]),
        "department": Department.objects.get(code=raw["department"]),
        "peer_group": PeerGroup.objects.filter(code=raw.get("peer_group", "")).first(),
    }


def commentary_of(raw: dict[str, Any] | None) -> dict[str, Any]:
    """What the team says of the figures, signed, and dated from the day on which the demo brings them."""
    if raw is None:
        return {}
    return {
        "commentary_fr": raw["fr"],
        "commentary_en": raw["en"],
        "commentary_author": raw["author"],
        "commentary_date": localdate(),
    }


def target_of(raw: dict[str, Any] | None) -> dict[str, Any]:
    """A political target: its value, its year, and who set it."""
    if raw is None:
        return {}
    return {
        "target_value": Decimal(raw["value"]),
        "target_year": raw["year"],
        "target_origin_fr": raw["fr"],
        "target_origin_en": raw["en"],
    }

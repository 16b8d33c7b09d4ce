"""Departments, sources and peer groups of the demo; rows that exist already are left as they are."""

from datetime import date
from typing import Any

from indicators.demo.content import catalogue, in_both
from indicators.models import PeerGroup, Source, Territory
from portal.models import Department


def create_departments() -> None:
    """The directions that the demo accounts work for."""
    for raw in catalogue()["departments"]:
        Department.objects.get_or_create(code=raw["code"], defaults=in_both(raw, "name") | {"email": raw["email"]})


def create_sources() -> None:
    """Producers, licences, and what is to be said of the origin of their figures."""
    for raw in catalogue()["sources"]:
        Source.objects.get_or_create(code=raw["code"], defaults=source_fields(raw))


def source_fields(raw: dict[str, Any]) -> dict[str, Any]:
    """The file's keys as fields of the model."""
    plain = {name: raw[name] for name in ("producer", "url", "licence", "licence_url", "frequency")}
    expected = raw.get("next_expected")
    return {
        **in_both(raw, "name", "origin_note"),
        **plain,
        "next_expected": date.fromisoformat(expected) if expected else None,
        "contact_department": Department.objects.get(code=raw["contact_department"]),
    }


def create_peer_groups() -> None:
    """Groups of comparison that the catalogue of the project does not ship."""
    for raw in catalogue()["peer_groups"]:
        group, created = PeerGroup.objects.get_or_create(code=raw["code"], defaults=in_both(raw, "name"))
        if created:
            group.territories.set(Territory.objects.filter(scheme=raw["scheme"], code__in=raw["codes"]))

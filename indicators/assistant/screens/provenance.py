"""Where an update comes from, what was said of it, what was done with it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from indicators.importing.observations import Account
from indicators.models import FigureLogEntry, Indicator, Release
from portal.models import FourEyesTaskState

from .losses import account_words

ACCOUNT_FIELDS = ("rows_read", "cells_read", "kept", "filtered", "skipped", "dropped", "merged")


@dataclass(frozen=True)
class Provenance:
    """`digest_shown` is the fingerprint cut for the eye; `recipe` its name and version."""

    who: str
    department: str
    when: datetime
    upload: Any
    digest_shown: str
    digest: str
    recipe: str
    account: str
    facts: Sequence[str]
    losses: Sequence[dict[str, Any]]


@dataclass(frozen=True)
class Said:
    """A reviewer's decision with the words that went with it."""

    who: str
    when: datetime
    verdict: str
    comment: str


@dataclass(frozen=True)
class Logged:
    """A line of the log."""

    who: str
    when: datetime
    what: str


def provenance_of(release: Release) -> Provenance:
    """From which bytes, by whom, with which recipe."""
    found = release.provenance
    upload, account = found.upload, found.account or {}
    digest = upload.sha256 if upload else ""
    return Provenance(
        who=str(release.created_by),
        department=", ".join(str(one) for one in release.created_by.departments.all()),
        when=release.created_at,
        upload=upload,
        digest=digest,
        digest_shown=f"{digest[:4]} {digest[4:8]} … {digest[-8:-4]} {digest[-4:]}" if digest else "",
        recipe=str(found.recipe) if found.recipe else _("sans recette gardée"),
        account=account_words(Account(**{name: account.get(name, 0) for name in ACCOUNT_FIELDS})) if account else "",
        facts=account.get("facts", []),
        losses=found.losses,
    )


def said_of(release: Release) -> list[Said]:
    """What reviewers decided, the last first."""
    states = FourEyesTaskState.objects.filter(
        workflow_state__in=release.workflow_states.all(), finished_at__isnull=False, finished_by__isnull=False
    ).select_related("finished_by")
    verdicts = {"approved": _("a approuvé"), "rejected": _("a demandé une correction")}
    return [
        Said(str(one.finished_by), one.finished_at, verdicts[one.status], one.comment)
        for one in states.order_by("-finished_at")
        if one.status in verdicts
    ]


def log_of(release: Release) -> list[Logged]:
    """Everything that was done with the update and its file, the last first."""
    entries = _entries(release) | _entries(release.provenance.upload)
    return [
        Logged(entry.user_display_name, entry.timestamp, str(entry.message))
        for entry in entries.select_related("user").order_by("-timestamp")[:50]
    ]


def _entries(subject: Any) -> QuerySet[FigureLogEntry]:
    return FigureLogEntry.objects.for_instance(subject) if subject else FigureLogEntry.objects.none()


def sheet_lines(indicator: Indicator) -> list[tuple[str, str]]:
    """The sheet of an indicator that is not online yet, in both languages."""
    goals = ", ".join(str(goal) for goal in indicator.goals.all())
    fields = ("title", "unit", "definition", "scope", "method", "limits", "explanation", "sentence")
    texts = [
        (str(indicator._meta.get_field(f"{name}_{language}").verbose_name), getattr(indicator, f"{name}_{language}"))
        for name in fields
        for language in ("fr", "en")
    ]
    facts = [
        (_("sens souhaité"), indicator.get_direction_display()),
        (_("objectifs"), goals),
        (_("source"), f"{indicator.source} ({indicator.source.licence})"),
        (_("direction"), str(indicator.department)),
    ]
    return [(name[:1].upper() + name[1:], text) for name, text in (*texts[:4], *facts, *texts[4:]) if text]


def french_only(indicator: Indicator) -> str:
    """What the English page would show in French: « titre, unité, nom de la source »; "" when nothing."""
    unit_needs_words = any(letter.isalpha() for letter in indicator.unit_fr)
    missing = [
        _("titre") if not indicator.title_en else "",
        _("unité") if unit_needs_words and not indicator.unit_en else "",
        _("nom de la source") if not indicator.source.name_en else "",
    ]
    return ", ".join(filter(None, missing))

"""Writing the release calendar: plan, move, call off, mark as published. The date of the source follows."""

import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from indicators.models import DateChange, Frequency, Indicator, PlannedRelease, Publication, Release, Source
from indicators.models.planned_release import last_day_of
from portal.generation import renew_generation
from portal.models import User

EARLY = datetime.timedelta(days=45)
"""Figures that go online longer than this before their time are others than those planned."""
STEPS = {
    Frequency.MONTHLY: 1,
    Frequency.QUARTERLY: 3,
    Frequency.HALF_YEARLY: 6,
    Frequency.YEARLY: 12,
    Frequency.EVERY_TWO_YEARS: 24,
}
"""Months between two updates; other sources have no rhythm to count on."""


class CalendarRefused(Exception):
    """`str()` is a sentence for the person."""


@transaction.atomic
def plan_release(*, planned: PlannedRelease, user: User) -> PlannedRelease:
    """Put a publication in the calendar; the source is expected at its date. Raises ValidationError."""
    planned.created_by = user
    planned.full_clean(exclude=["created_by"])
    planned.save()
    keep_source_date(source_of(planned))
    renew_generation()
    return planned


@transaction.atomic
def reword_release(*, planned: PlannedRelease, status: str, note_fr: str, note_en: str) -> PlannedRelease:
    """Confirm a date or change the public note, without moving anything. Raises CalendarRefused."""
    require_open(locked_row(planned))
    if status not in (PlannedRelease.Status.PROVISIONAL, PlannedRelease.Status.CONFIRMED):
        raise CalendarRefused(_("Une publication s’annule avec une raison\u202f; la mise en ligne la marque publiée."))
    planned.status, planned.note_fr, planned.note_en = status, note_fr, note_en
    planned.save(update_fields=["status", "note_fr", "note_en"])
    renew_generation()
    return planned


@transaction.atomic
def move_release(
    *, planned: PlannedRelease, expected: datetime.date, precision: str, reason_fr: str, user: User, reason_en: str = ""
) -> PlannedRelease:
    """Give another date, with the reason that the public reads. Raises CalendarRefused without one."""
    log_change(planned, expected, precision, reason_fr, reason_en, user)
    planned.expected, planned.precision = expected, precision
    planned.save(update_fields=["expected", "precision"])
    keep_source_date(source_of(planned))
    renew_generation()
    return planned


@transaction.atomic
def cancel_release(*, planned: PlannedRelease, reason_fr: str, user: User, reason_en: str = "") -> PlannedRelease:
    """Call it off, with the reason that the public reads; it stays in the calendar. Raises CalendarRefused."""
    log_change(planned, None, "", reason_fr, reason_en, user)
    planned.status = PlannedRelease.Status.CANCELLED
    planned.save(update_fields=["status"])
    keep_source_date(source_of(planned))
    renew_generation()
    return planned


def log_change(
    planned: PlannedRelease, expected: datetime.date | None, precision: str, fr: str, en: str, user: User
) -> DateChange:
    """The entry that nobody takes away. Raises CalendarRefused."""
    locked = locked_row(planned)
    require_open(locked)
    if not fr.strip():
        raise CalendarRefused(_("Dites pourquoi la date change\u00a0: la raison est publique."))
    return DateChange.objects.create(
        planned=locked,
        old_expected=locked.expected,
        old_precision=locked.precision,
        new_expected=expected,
        new_precision=precision,
        reason_fr=fr.strip(),
        reason_en=en.strip(),
        changed_by=user,
    )


def locked_row(planned: PlannedRelease) -> PlannedRelease:
    """The row as it is now, which nobody else changes before the transaction ends."""
    return PlannedRelease.objects.select_for_update(of=("self",), no_key=True).get(pk=planned.pk)


def require_open(planned: PlannedRelease) -> None:
    """Raises CalendarRefused for what is published or cancelled."""
    if not planned.is_open:
        raise CalendarRefused(_("Cette publication est close\u00a0: planifiez la suivante."))


@transaction.atomic
def mark_published(*, release: Release) -> PlannedRelease | None:
    """The planned publication that this release, now online, fulfils; None for a correction or when none was due."""
    if release.is_correction:
        return None
    planned = planned_for(release.indicator)
    if planned is None or not is_fulfilled(planned):
        return None
    planned.status, planned.published_on, planned.release = (
        PlannedRelease.Status.PUBLISHED,
        timezone.localdate(),
        release,
    )
    planned.save(update_fields=["status", "published_on", "release"])
    if planned.source is not None:
        keep_source_date(planned.source, following(planned))
    return planned


def planned_for(indicator: Indicator) -> PlannedRelease | None:
    """The first open publication of this indicator, else of its source, whose time has come."""
    latest_start = timezone.localdate() + EARLY
    for rows in (indicator.planned_releases, indicator.source.planned_releases):
        for planned in rows.open().select_related("source").order_by("expected", "pk"):
            if planned.first_day <= latest_start:
                return planned
    return None


def is_fulfilled(planned: PlannedRelease) -> bool:
    """Is everything expected online? For a source, each of its public indicators since that time."""
    if planned.source is None:
        return True
    public = Publication.objects.filter(indicator__source=planned.source, indicator__live=True)
    return not public.filter(published_at__date__lt=planned.first_day - EARLY).exists()


def source_of(planned: PlannedRelease) -> Source | None:
    """The source whose date follows; a single indicator does not move the date of the others."""
    return planned.source


def keep_source_date(source: Source | None, otherwise: datetime.date | None = None) -> None:
    """The source is expected on the last day of its first open publication, `otherwise` when it has none."""
    if source is None:
        return
    first = source.planned_releases.open().order_by("expected", "pk").first()
    source.next_expected = first.last_day if first else otherwise
    source.save(update_fields=["next_expected"])


def following(planned: PlannedRelease) -> datetime.date | None:
    """When the next figures come, by the rhythm of the source; None when it has none."""
    step = STEPS.get(Frequency(planned.source.frequency)) if planned.source else None
    if step is None:
        return None
    months = planned.expected.year * 12 + planned.expected.month - 1 + step
    return last_day_of(datetime.date(months // 12, months % 12 + 1, 1), "month")

"""A new indicator, as a draft: enough to show its first figures, reviewed together with them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db import transaction
from django.utils.text import slugify

from indicators.models import Goal, Indicator, Release, Source, Upload
from indicators.models.indicator import Direction, Measure
from indicators.units import kind_of_unit
from portal.models import Department, User

CODE_LENGTH = 60
MOST_DECIMALS = 3


@dataclass(frozen=True)
class Sheet:
    """What a person says of a new indicator. Without `source`, a new one is made from the three texts that follow."""

    title_fr: str
    unit_fr: str
    department: Department
    title_en: str = ""
    unit_en: str = ""
    direction: int = Direction.NONE
    source: Source | None = None
    producer: str = ""
    source_name: str = ""
    licence: str = ""
    goals: Sequence[Goal] = field(default=())
    decimals: int = 1


@transaction.atomic
def write_sheet(*, upload: Upload, sheet: Sheet, user: User) -> Indicator:
    """The draft indicator of this file: made once, then changed as long as it has no figures.

    Raises ValidationError when a text does not fit. The upload is tied to it.
    """
    indicator = upload.indicator if upload.indicator and is_own_draft(upload.indicator) else None
    if indicator is None:
        code = free_code(sheet.title_fr)
        indicator = Indicator(code=code, slug=code, live=False)
    for name in ("title_fr", "title_en", "unit_fr", "unit_en", "direction", "department"):
        setattr(indicator, name, getattr(sheet, name))
    indicator.decimals = min(sheet.decimals, MOST_DECIMALS)
    indicator.kind = kind_of_unit(sheet.unit_fr)
    indicator.measure = Measure.POINTS if sheet.unit_fr.startswith("%") else Measure.RATE
    indicator.source = sheet.source or make_source(sheet)
    indicator.goals = list(sheet.goals)
    indicator.full_clean()
    indicator.save()
    indicator.save_revision(user=user, log_action=True)
    Upload.objects.filter(pk=upload.pk).update(indicator=indicator)
    upload.indicator = indicator
    return indicator


def namesake(*, title: str, upload: Upload) -> Indicator | None:
    """Another indicator with this French title, whatever the capitals; the draft of this file is none."""
    own = upload.indicator.pk if upload.indicator and is_own_draft(upload.indicator) else 0
    return Indicator.objects.filter(title_fr__iexact=title.strip()).exclude(pk=own).first()


@transaction.atomic
def discard_draft(*, upload: Upload) -> None:
    """Take away the draft indicator that only this file made; one with figures, or with another file, stays."""
    indicator = upload.indicator
    if indicator is None or not is_own_draft(indicator):
        return
    if Upload.objects.filter(indicator=indicator).exclude(pk=upload.pk).exists():
        return
    Upload.objects.filter(pk=upload.pk).update(indicator=None)
    upload.indicator = None
    indicator.delete()


def is_own_draft(indicator: Indicator) -> bool:
    """Never public, and without figures yet."""
    if indicator.live or indicator.first_published_at or indicator.workflow_in_progress:
        return False
    return not Release.objects.filter(indicator=indicator).exists()


def make_source(sheet: Sheet) -> Source:
    """The source described beside the indicator, once for each producer and name."""
    known = Source.objects.filter(producer__iexact=sheet.producer, name_fr__iexact=sheet.source_name).first()
    if known:
        return known
    source = Source(
        code=free_code(f"{sheet.producer} {sheet.source_name}", Source),
        producer=sheet.producer,
        name_fr=sheet.source_name,
        licence=sheet.licence,
        contact_department=sheet.department,
    )
    source.full_clean()
    source.save()
    return source


def free_code(title: str, model: type[Indicator] | type[Source] = Indicator) -> str:
    """A code made of the title that no other row has; the first free number is added when it is taken."""
    stem = slugify(title)[: CODE_LENGTH - 4] or "indicateur"
    taken = set(model._default_manager.filter(code__startswith=stem).values_list("code", flat=True))
    if model is Indicator:
        taken |= set(Indicator.objects.filter(slug__startswith=stem).values_list("slug", flat=True))
    return next(code for code in (stem, *(f"{stem}-{number}" for number in range(2, 10_000))) if code not in taken)

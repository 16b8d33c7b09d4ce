"""Takes the demo away, all of it or nothing."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction
from django.db.models import ProtectedError, Q

from indicators.demo.attached import (
    DemoInUse,
    demo_departments,
    demo_indicators,
    demo_peer_groups,
    demo_people,
    demo_sources,
    reasons_to_stay,
)
from indicators.demo.following import remove_demo_following
from indicators.models import (
    Breakdown,
    FigureLogEntry,
    Indicator,
    Observation,
    Publication,
    Release,
    StoredRecipe,
    Upload,
)
from portal.generation import renew_generation


@dataclass(frozen=True)
class Removed:
    """How much went."""

    indicators: int
    observations: int
    accounts: int


@transaction.atomic
def remove_demo() -> Removed:
    """Remove indicators, figures, files, sources, departments and accounts of the demo. Raises DemoInUse."""
    if reasons := reasons_to_stay():
        raise DemoInUse(reasons)
    indicators = list(demo_indicators().values_list("pk", flat=True))
    observations = remove_figures(indicators)
    try:
        remove_catalogue(indicators)
        accounts = demo_people().delete()[1].get("portal.User", 0)
    except ProtectedError as error:
        raise DemoInUse([str(row) for row in error.protected_objects]) from error
    renew_generation()
    return Removed(len(indicators), observations, accounts)


def remove_figures(indicators: list[int]) -> int:
    """Releases with their rows, reviews and files; returns the number of observations."""
    releases = Release.objects.filter(indicator__in=indicators)
    rows = Observation.objects.filter(release__in=releases)
    breakdowns = list(rows.order_by().values_list("breakdown", flat=True).distinct())
    count = rows.count()
    Publication.objects.filter(indicator__in=indicators).delete()
    rows.order_by()._raw_delete(rows.db)
    releases.delete()
    Breakdown.objects.filter(pk__in=breakdowns, observations=None).delete()
    uploads = Upload.objects.filter(indicator__in=indicators)
    remove_files(uploads)
    uploads.delete()
    return count


def remove_files(uploads: Iterable[Upload]) -> None:
    """The bytes go once the rows are gone for good."""
    for upload in uploads:
        transaction.on_commit(lambda file=upload.file: file.storage.delete(file.name))  # type: ignore[misc]


def remove_catalogue(indicators: list[int]) -> None:
    """Sheets, recipes, log, then what they stood on."""
    FigureLogEntry.objects.filter(Q(indicator__in=indicators) | Q(user__in=demo_people())).delete()
    StoredRecipe.objects.filter(indicator__in=indicators).delete()
    remove_demo_following(demo_sources())
    Indicator.objects.filter(pk__in=indicators).delete()
    demo_sources().delete()
    demo_peer_groups().delete()
    demo_departments().delete()

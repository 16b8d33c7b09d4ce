"""What stops an import before a single row is written."""

from collections.abc import Collection

import numpy as np

from indicators.comparison import Comparison, Loss
from indicators.comparison.losses import losses_of_problems
from indicators.importing.observations import Reading
from indicators.importing.rows import DoesNotFit, check_fits
from indicators.importing.snapshots import Snapshot
from indicators.models import Release, ReleaseImport

from .import_errors import LossesNotAccepted, NothingChanges, NothingToImport, TextTooLong, UnknownTerritories


def check_import(reading: Reading, comparison: Comparison, losses: Collection[str | Loss]) -> list[Loss]:
    """Raises whatever stops this import; returns the losses that were accepted, for the record, in the words in which
    they were shown."""
    after = comparison.differences.after
    if not after.has_value().any() or not comparison.differences.proposed.has_value().any():
        raise NothingToImport
    if names := unknown_names(after):
        raise UnknownTerritories(names)
    required = [*losses_of_problems(reading.problems), *comparison.losses]
    shown = {loss.key: loss for loss in losses if isinstance(loss, Loss)}
    keys = {loss if isinstance(loss, str) else loss.key for loss in losses}
    if refused := [loss for loss in required if loss.key not in keys]:
        raise LossesNotAccepted(refused)
    refuse_repetition(comparison)
    try:
        check_fits(after)
    except DoesNotFit as error:
        raise TextTooLong(error.column, error.text) from error
    return list(({loss.key: loss for loss in required} | shown).values())


def unknown_names(snapshot: Snapshot) -> list[str]:
    """Territories of the rows that the catalogue lacks."""
    missing = np.unique(snapshot.territory[snapshot.territory < 0]).tolist()
    places = [snapshot.unknown[-1 - key] for key in reversed(missing)]
    return [place.name or place.label or place.code for place in places]


def refuse_repetition(comparison: Comparison) -> None:
    """Raises NothingChanges when the figures are those that are online, or those of a draft that waits."""
    if comparison.is_same and comparison.published:
        raise NothingChanges(comparison.published)
    waiting = Release.objects.filter(
        indicator=comparison.indicator,
        provenance__state=ReleaseImport.State.SEALED,
        provenance__digest=comparison.digest,
        first_published_at=None,
    ).first()
    if waiting:
        raise NothingChanges(waiting)

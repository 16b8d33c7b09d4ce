"""Regions that are no more are said to be so: they never pass for those of today."""

from collections.abc import Iterable

from django.utils.translation import ngettext

from .observations import TerritoryRef
from .territories import Catalogue

FORMER, REGION = "former_region", "COG région"
SHOWN = 6


def former_regions(refs: Iterable[TerritoryRef], catalogue: Catalogue) -> list[str]:
    """One sentence that names the former regions among these territories; nothing when there is none."""
    names = list(dict.fromkeys(ref.name for ref in refs if ref.known and _is_former(ref, catalogue)))
    if not names:
        return []
    sentence = ngettext(
        "%(names)s est une ancienne région : ses chiffres ne sont pas rattachés à une région d’aujourd’hui.",
        "%(names)s sont d’anciennes régions : leurs chiffres ne sont pas rattachés aux régions d’aujourd’hui.",
        len(names),
    )
    return [sentence % {"names": ", ".join(names[:SHOWN]) + (" …" if len(names) > SHOWN else "")}]


def _is_former(ref: TerritoryRef, catalogue: Catalogue) -> bool:
    """Some areas of Europe kept the name of a region that still exists: those are not former."""
    row = catalogue.by_code(ref.scheme, ref.code)
    return row is not None and row.level == FORMER and not catalogue.by_label(row.name, REGION)

"""The 17 goals as tiles: how their indicators go, in marks and in words."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from home.selectors import GoalState
from home.wording.senses import all_counted, count_senses
from portal.addresses import site_address
from portal.charts.marks import Marks, marks


@dataclass(frozen=True, slots=True)
class Tile:
    """A goal; without marks when nothing is published for it yet."""

    number: int
    name: str
    address: str
    marks: Marks | None
    summary: str
    count: str


def tile_of(state: GoalState) -> Tile:
    """The tile of a goal."""
    counts, count = count_senses(state.signals), len(state.signals)
    words = ngettext("%(count)s indicateur", "%(count)s indicateurs", count) % {"count": count}
    return Tile(
        number=state.goal.number,
        name=str(state.goal.name),
        address=site_address("odd", state.goal.number),
        marks=marks(counts) if count else None,
        summary=all_counted(counts),
        count=words if count else _("Pas encore suivi"),
    )

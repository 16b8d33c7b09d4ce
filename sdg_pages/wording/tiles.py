"""The 17 goals as tiles of the index: a mark for each indicator, and what the marks say."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.addresses import site_address
from portal.charts.marks import Marks, marks
from sdg_pages.selectors.goal_states import GoalState
from sdg_pages.wording.counts import SIGNS, in_a_row, trend_counts


@dataclass(frozen=True, slots=True)
class Tile:
    """A goal; without marks when nothing is published for it yet."""

    number: int
    name: str
    address: str
    marks: Marks | None
    summary: str
    count: str


def index_words(states: Sequence[GoalState]) -> dict[str, Any]:
    """Everything that `sdg_pages/goal_index.html` reads beside the page itself."""
    followed = sum(1 for state in states if state.trends)
    summary = ngettext(
        "%(count)s objectif est suivi sur 17. Les autres sont montrés aussi\u00a0: rien n’est caché.",
        "%(count)s objectifs sont suivis sur 17. Les autres sont montrés aussi\u00a0: rien n’est caché.",
        followed,
    )
    return {"tiles": [goal_tile(state) for state in states], "summary": summary % {"count": followed}}


def goal_tile(state: GoalState) -> Tile:
    """The tile of a goal, followed or not."""
    counts = trend_counts(state.trends)
    count = len(state.trends)
    words = ngettext("%(count)s indicateur", "%(count)s indicateurs", count) % {"count": count}
    drawn = Counter({one.sign: one.count for one in counts})
    return Tile(
        number=state.goal.number,
        name=str(state.goal.name),
        address=site_address("odd", state.goal.number),
        marks=marks({sign: drawn[sign] for sign in SIGNS}) if count else None,
        summary=in_a_row(counts),
        count=words if count else _("Pas encore suivi"),
    )

"""The indicators of a goal with what each is compared with, read together with the figures of the page's text."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from indicators.blocks.questions import Question, Wanted, questions_of
from indicators.blocks.resolving import Figure, resolve
from indicators.models import Indicator, PeerGroup, Territory
from indicators.selectors.rows import Row
from indicators.selectors.units import is_amount
from indicators.trends import codes
from portal.sorting import reading_order

Groups = dict[int, list[Territory]]


@dataclass(frozen=True, slots=True)
class Asked:
    """What is known of an indicator before its figures are read."""

    pk: int
    peer_group: int | None
    row_count: int


@dataclass(frozen=True, slots=True)
class GoalFigure:
    """An indicator of a goal, its reference and its peers for its latest period; `row_count` is what a file holds."""

    figure: Figure
    reference_row: Row | None
    peer_rows: tuple[Row, ...]
    row_count: int

    @property
    def trend(self) -> str:
        """The code of the trend; a person's decision replaces the computed one."""
        return self.figure.release.override_trend or self.figure.judgement.trend


def goal_figures(goal: int, body: Any) -> list[GoalFigure]:
    """The published indicators of a goal, those that are judged first, then by title: at most eight queries.

    One for the indicators, one for the groups of comparison and those of `indicators.blocks.resolving`, whatever the
    number of indicators. What the blocks of `body` ask is answered by the same queries.
    """
    asked = _asked(goal)
    groups = _groups() if asked else {}
    known = {place.pk: place for members in groups.values() for place in members}
    wanted = {one: Question(Wanted(one.pk), tuple(_candidates(one, groups))) for one in asked}
    figures = body.resolved_figures = resolve([*questions_of(body), *wanted.values()], known.values())
    found = [(one, figures.get(question.wanted)) for one, question in wanted.items()]
    return sorted((_compared(one, figure, groups) for one, figure in found if figure), key=_order)


def _asked(goal: int) -> list[Asked]:
    fields = ("pk", "peer_group_id", "publication__release__provenance__observation_count")
    found = Indicator.objects.published().filter(goals=goal).order_by("pk").values_list(*fields)
    return [Asked(pk, group, count or 0) for pk, group, count in found]


def _groups() -> Groups:
    members = PeerGroup.territories.through.objects.select_related("territory")
    groups: Groups = defaultdict(list)
    for member in members.order_by("peergroup_id", "territory_id"):
        groups[member.peergroup_id].append(member.territory)
    return groups


def _candidates(one: Asked, groups: Groups) -> list[int]:
    """Territories that may be peers: without a group of its own, the reading territory will decide."""
    chosen = [groups.get(one.peer_group, [])] if one.peer_group else groups.values()
    return sorted({place.pk for members in chosen for place in members})


def _compared(one: Asked, figure: Figure, groups: Groups) -> GoalFigure:
    latest, reading = figure.latest, figure.reading
    if latest is None or reading is None or is_amount(figure.indicator):
        return GoalFigure(figure, None, (), one.row_count)
    rows = [_at(figure.rows_of(peer), latest.period) for peer in _peers(one, reading, groups)]
    reference = _at(figure.rows_of(figure.reference.pk), latest.period) if figure.reference else None
    return GoalFigure(figure, reference, tuple(row for row in rows if row), one.row_count)


def _peers(one: Asked, reading: Territory, groups: Groups) -> list[int]:
    """The group of the indicator, else the first one of the reading territory; those of the same level."""
    own = one.peer_group or next((group for group, members in groups.items() if reading in members), None)
    members = groups.get(own, []) if own else []
    return [place.pk for place in members if place != reading and place.level == reading.level]


def _at(rows: Sequence[Row], period: str) -> Row | None:
    return next((row for row in rows if row.period == period and row.value is not None), None)


def _order(one: GoalFigure) -> tuple[bool, Any]:
    return one.trend == codes.NOT_ASSESSED, reading_order(str(one.figure.indicator.title))

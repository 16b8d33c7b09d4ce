"""The ten priority issues of companies across the 17 goals, with what is published where they meet."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count

from indicators.models import Goal, Indicator, IssueGoalLink, PriorityIssue


@dataclass(frozen=True, slots=True)
class Cell:
    """Where an issue and a goal meet: `link` is None when the issue does not act on the goal."""

    goal: Goal
    link: IssueGoalLink | None
    count: int

    @property
    def is_main(self) -> bool:
        return self.link is not None and self.link.is_main


@dataclass(frozen=True, slots=True)
class Line:
    """An issue across the 17 goals."""

    issue: PriorityIssue
    cells: Sequence[Cell]

    @property
    def linked(self) -> list[Cell]:
        return [cell for cell in self.cells if cell.link]


@dataclass(frozen=True, slots=True)
class LinkMatrix:
    """The whole table."""

    goals: Sequence[Goal]
    lines: Sequence[Line]

    def linked_to(self, goal: Goal) -> list[Cell]:
        """The cells of a column that hold a link."""
        return [cell for line in self.lines for cell in line.linked if cell.goal == goal]


def link_matrix() -> LinkMatrix:
    """Four queries: goals, issues, links, published indicators of each pair."""
    goals = list(Goal.objects.all())
    links = {(link.issue_id, link.goal_id): link for link in IssueGoalLink.objects.all()}
    counts = _counts()
    lines = [
        Line(issue, [_cell(issue, goal, links, counts) for goal in goals]) for issue in PriorityIssue.objects.all()
    ]
    return LinkMatrix(goals, lines)


def _cell(
    issue: PriorityIssue,
    goal: Goal,
    links: dict[tuple[int, int], IssueGoalLink],
    counts: dict[tuple[int, int], int],
) -> Cell:
    pair = (issue.pk, goal.pk)
    return Cell(goal, links.get(pair), counts.get(pair, 0))


def _counts() -> dict[tuple[int, int], int]:
    tagged = Indicator.objects.published().filter(goals__isnull=False, priority_issues__isnull=False)
    pairs = tagged.values_list("priority_issues", "goals").annotate(count=Count("pk", distinct=True)).order_by()
    return {(issue, goal): count for issue, goal, count in pairs}

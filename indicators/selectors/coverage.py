"""What is followed, what is missing and why: by goal, by target, by department."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from indicators.models import CoverageGap, Goal, Indicator, Target
from indicators.trends import codes
from portal.models import Department
from portal.sorting import reading_order


@dataclass(frozen=True, slots=True)
class Tally:
    """How many indicators, how many of them can be assessed, how many improve (clearly or not) and worsen."""

    indicators: int = 0
    assessable: int = 0
    improving: int = 0
    worsening: int = 0


@dataclass(frozen=True)
class GoalCoverage:
    """A goal: its indicators, the targets that they follow, the reasons given for those that have none."""

    goal: Goal
    tally: Tally
    covered: Sequence[Target]
    uncovered: Sequence[Target]
    gap: CoverageGap | None = None
    target_gaps: dict[str, CoverageGap] = field(default_factory=dict)

    @property
    def is_followed(self) -> bool:
        """Has it any indicator?"""
        return self.tally.indicators > 0

    @property
    def target_count(self) -> int:
        """Out of how many."""
        return len(self.covered) + len(self.uncovered)

    @property
    def explained(self) -> list[CoverageGap]:
        """The reasons given for targets that have no indicator, in their order."""
        return [self.target_gaps[target.code] for target in self.uncovered if target.code in self.target_gaps]

    @property
    def unexplained(self) -> list[Target]:
        """Targets without indicator and without reason."""
        return [target for target in self.uncovered if target.code not in self.target_gaps]


@dataclass(frozen=True)
class DepartmentCoverage:
    """A department: what it contributes, how many goals that concerns, its latest publication."""

    department: Department
    tally: Tally
    goals: int
    latest: datetime.datetime | None


@dataclass(frozen=True)
class Coverage:
    """The reporting status of the site."""

    goals: list[GoalCoverage]
    departments: list[DepartmentCoverage]
    tally: Tally

    @property
    def followed(self) -> int:
        """Goals with an indicator."""
        return sum(one.is_followed for one in self.goals)

    @property
    def covered_targets(self) -> int:
        """Targets with an indicator."""
        return sum(len(one.covered) for one in self.goals)

    @property
    def target_count(self) -> int:
        """Out of how many."""
        return sum(one.target_count for one in self.goals)


def coverage() -> Coverage:
    """The whole reporting status (six queries)."""
    indicators = list(
        Indicator.objects.published()
        .select_related("department", "source", "publication__release__judgement")
        .prefetch_related("goals", "targets")
    )
    gaps = list(CoverageGap.objects.select_related("target"))
    goals = Goal.objects.prefetch_related("targets").order_by("number")
    return Coverage([_goal(goal, indicators, gaps) for goal in goals], _departments(indicators), tally_of(indicators))


def tally_of(indicators: Iterable[Indicator]) -> Tally:
    """The counts of some indicators; share improving = improving ÷ assessable, as the method says."""
    trends = [trend_of(indicator) for indicator in indicators]
    return Tally(
        indicators=len(trends),
        assessable=sum(trend not in ("", codes.NOT_ASSESSED) for trend in trends),
        improving=sum(trend in codes.POSITIVE for trend in trends),
        worsening=sum(trend in codes.NEGATIVE for trend in trends),
    )


def trend_of(indicator: Indicator) -> str:
    """What its page says; a person's decision replaces the computed trend."""
    release = indicator.publication.release
    judgement = getattr(release, "judgement", None)
    return release.override_trend or (judgement.trend if judgement else "")


def _goal(goal: Goal, indicators: Sequence[Indicator], gaps: Sequence[CoverageGap]) -> GoalCoverage:
    own = [indicator for indicator in indicators if goal in indicator.goals.all()]
    followed = {target.code for indicator in indicators for target in indicator.targets.all()}
    targets = list(goal.targets.all())
    return GoalCoverage(
        goal=goal,
        tally=tally_of(own),
        covered=[target for target in targets if target.code in followed],
        uncovered=[target for target in targets if target.code not in followed],
        gap=next((gap for gap in gaps if gap.goal_id == goal.number), None),
        target_gaps={gap.target.code: gap for gap in gaps if gap.target is not None and gap.target.goal_id == goal.pk},
    )


def _departments(indicators: Sequence[Indicator]) -> list[DepartmentCoverage]:
    grouped: dict[Department, list[Indicator]] = {}
    for indicator in indicators:
        grouped.setdefault(indicator.department, []).append(indicator)
    lines = [
        DepartmentCoverage(
            department=department,
            tally=tally_of(own),
            goals=len({goal.pk for indicator in own for goal in indicator.goals.all()}),
            latest=max((indicator.publication.published_at for indicator in own), default=None),
        )
        for department, own in grouped.items()
    ]
    return sorted(lines, key=lambda line: reading_order(str(line.department)))

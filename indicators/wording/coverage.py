"""The reporting status in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from indicators.models import CoverageGap, Goal
from indicators.selectors.coverage import GoalCoverage, Tally
from portal.formatting import format_value

HUNDRED = 100


@dataclass(frozen=True, slots=True)
class GoalLine:
    """A goal in the table; the bar is the share of its targets that are followed."""

    goal: Goal
    indicators: int
    targets: str
    width: str
    evolution: str


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something is missing: the targets concerned, the kind of reason, the reason."""

    about: str
    state: str
    text: str


@dataclass(frozen=True, slots=True)
class Missing:
    """What is missing of a goal."""

    goal: Goal
    is_followed: bool
    reason: Reason | None
    reasons: Sequence[Reason]
    others: str


def goal_line(one: GoalCoverage) -> GoalLine:
    """« 4 indicateurs, 3 cibles sur 10, 2 évalués, 1 s’améliore »."""
    return GoalLine(
        goal=one.goal,
        indicators=one.tally.indicators,
        targets=_("%(count)s sur %(total)s") % {"count": len(one.covered), "total": one.target_count},
        width=f"{round(HUNDRED * len(one.covered) / (one.target_count or 1))}%",
        evolution=evolution_words(one.tally),
    )


def evolution_words(tally: Tally) -> str:
    """« 1 sur 2 s’améliore »; says so when none can be assessed, or none improves."""
    if not tally.indicators:
        return ""
    if not tally.assessable:
        return _("aucun évalué")
    words = {"count": tally.improving, "total": tally.assessable}
    if not tally.improving:
        return _("aucun sur %(total)s ne s’améliore") % words
    return (
        ngettext("%(count)s sur %(total)s s’améliore", "%(count)s sur %(total)s s’améliorent", tally.improving) % words
    )


def share_improving(tally: Tally) -> str:
    """Improving ÷ assessable, as a percentage; empty when none can be assessed."""
    if not tally.assessable:
        return ""
    return format_value(Decimal(HUNDRED * tally.improving) / tally.assessable, "%", 0)


def missing(one: GoalCoverage) -> Missing | None:
    """What a goal lacks; None when each of its targets is followed."""
    if not one.uncovered:
        return None
    codes = ", ".join(target.code for target in one.unexplained)
    return Missing(
        goal=one.goal,
        is_followed=one.is_followed,
        reason=reason_of(one.gap) if one.gap else None,
        reasons=grouped(one.explained),
        others=others_words(one, codes) if codes else "",
    )


def others_words(one: GoalCoverage, codes: str) -> str:
    """« Pas encore étudiées : cibles 5.2, 5.3. », or that the reason of the goal counts for all."""
    if one.gap is not None:
        return ngettext(
            "Cible concernée\u00a0: %(codes)s.", "Cibles concernées\u00a0: %(codes)s.", len(one.unexplained)
        ) % {"codes": codes}
    words = ngettext(
        "Pas encore étudiée\u00a0: cible %(codes)s.",
        "Pas encore étudiées\u00a0: cibles %(codes)s.",
        len(one.unexplained),
    )
    return words % {"codes": codes}


def reason_of(*gaps: CoverageGap) -> Reason:
    """The same reason for one or more targets: a single one is named, several are told by their codes."""
    first, targets = gaps[0], [gap.target for gap in gaps if gap.target]
    about = f"{targets[0].code} {targets[0].name}" if len(targets) == 1 else ", ".join(one.code for one in targets)
    return Reason(about, str(CoverageGap.State(first.state).label), str(first.reason))


def grouped(gaps: Sequence[CoverageGap]) -> list[Reason]:
    """Reasons in the order of the targets, equal ones once."""
    found: dict[tuple[str, str], list[CoverageGap]] = {}
    for gap in gaps:
        found.setdefault((gap.state, str(gap.reason)), []).append(gap)
    return [reason_of(*same) for same in found.values()]

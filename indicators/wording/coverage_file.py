"""The reporting status as a table: one line for each target.

Names of columns and codes are the same in both languages.
"""

from collections.abc import Iterator

from indicators.models import CoverageGap
from indicators.selectors.coverage import Coverage, GoalCoverage
from portal.csv_safety import safe_cell

HEADER = ("goal", "goal_name", "target", "target_name", "status", "state", "reason")
FOLLOWED, MISSING, NOT_STUDIED = "followed", "missing", "not_studied"


def coverage_rows(coverage: Coverage) -> Iterator[tuple[str, ...]]:
    """Followed, missing with a reason, or not studied yet."""
    for one in coverage.goals:
        yield from _rows_of(one)


def _rows_of(one: GoalCoverage) -> Iterator[tuple[str, ...]]:
    covered = {target.code for target in one.covered}
    for target in sorted([*one.covered, *one.uncovered], key=lambda target: target.position):
        start = (str(one.goal.number), safe_cell(str(one.goal.name)), target.code, safe_cell(str(target.name)))
        gap = one.target_gaps.get(target.code) or one.gap
        yield (*start, *_ends(gap, target.code in covered))


def _ends(gap: CoverageGap | None, is_covered: bool) -> tuple[str, str, str]:
    if is_covered:
        return FOLLOWED, "", ""
    return (MISSING, gap.state, safe_cell(str(gap.reason))) if gap else (NOT_STUDIED, "", "")

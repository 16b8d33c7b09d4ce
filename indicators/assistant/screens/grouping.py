"""Many problems of one kind are one line with a count and one answer; the few that have a likely answer stay apart."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from indicators.importing.problems import BLOCKING, Problem

MANY = 6
APART = 5
"""Problems with a suggestion that are told one by one even among many."""
GROUP = "group"


@dataclass(frozen=True)
class ProblemGroup:
    """`whole` stands for all of `members` (their keys); its cell shows the first texts."""

    whole: Problem
    members: tuple[str, ...]


def grouped(problems: Sequence[Problem]) -> tuple[list[Problem], list[ProblemGroup]]:
    """Problems told one by one, then groups of at least MANY of the same kind in the same column."""
    kinds: dict[tuple[str, str, str], list[Problem]] = {}
    for problem in problems:
        kinds.setdefault((problem.code, problem.sheet, problem.column), []).append(problem)
    alone: list[Problem] = []
    groups: list[ProblemGroup] = []
    for kind in kinds.values():
        if len(kind) < MANY or kind[0].severity != BLOCKING:
            alone += kind
            continue
        likely = [problem for problem in kind if problem.suggestions][:APART]
        alone += likely
        groups.append(_group([problem for problem in kind if problem not in likely]))
    return alone, groups


def _group(members: Sequence[Problem]) -> ProblemGroup:
    first = members[0]
    shown = ", ".join(problem.cell for problem in members[:3])
    rows = tuple(sorted({row for problem in members for row in problem.rows}))
    whole = replace(
        first,
        cell=f"{shown}…" if len(members) > 3 else shown,
        rows=rows,
        count=sum(problem.count for problem in members),
        suggestions=(),
    )
    return ProblemGroup(whole, tuple(problem.key for problem in members))


def group_key(problem: Problem) -> str:
    """Names the group of a kind, whatever its members are."""
    return "|".join((GROUP, problem.code, problem.sheet, problem.column))

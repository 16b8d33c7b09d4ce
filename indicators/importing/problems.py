"""What could not be read, where, why, and what to do."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from django.utils.functional import Promise

BLOCKING = "blocking"
"""Nothing is written until the person corrects it or accepts the loss by name."""
INFORMATION = "information"
"""Said, and imported all the same."""

ROWS_SHOWN = 5


@dataclass(frozen=True)
class Problem:
    """One kind of trouble, with every place where it occurs.

    `code` is stable (`not_a_number`, `unknown_territory`, `unknown_period`, `unknown_mark`, `duplicate`,
    `placeholder_zero`, `formula_without_value`, …); `column` is the header as written (or the letter of the column);
    `cell` is the text as it stands in the file; `reason` and `remedy` are sentences for a person. `rows` are 1-based
    row numbers of the file, all of them; `count` is the number of observations concerned. `suggestions` are answers
    that the person may pick (territory references as `scheme|code|name`, for instance).
    """

    code: str
    severity: str
    reason: str | Promise
    remedy: str | Promise
    column: str = ""
    cell: str = ""
    sheet: str = ""
    rows: tuple[int, ...] = ()
    count: int = 1
    suggestions: tuple[str, ...] = field(default=())

    @property
    def key(self) -> str:
        """Identifies equal problems, and stays the same when the same file is read again."""
        return "|".join((self.code, self.sheet, self.column, self.cell))


def group_problems(problems: Iterable[Problem]) -> list[Problem]:
    """A thousand equal problems are one line with a count; blocking ones first, then by number of cells."""
    groups: dict[str, Problem] = {}
    for problem in problems:
        known = groups.get(problem.key)
        groups[problem.key] = (
            replace(known, rows=known.rows + problem.rows, count=known.count + problem.count) if known else problem
        )
    return sorted(groups.values(), key=lambda problem: (problem.severity != BLOCKING, -problem.count, problem.key))

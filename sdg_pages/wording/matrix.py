"""What the table of issues and goals says: its cells, an example to read it by, and what it shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from indicators.models import Goal
from indicators.selectors.filters import GOAL, ISSUE
from portal.addresses import site_address
from portal.formatting import all_of
from sdg_pages.selectors.link_matrix import Cell, Line, LinkMatrix


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """A cell to write; without `words` where the issue does not act on the goal, no `address` when nothing shows."""

    goal: Goal
    count: int
    is_main: bool
    words: str
    address: str


@dataclass(frozen=True, slots=True)
class MatrixLine:
    """An issue and its 17 cells."""

    issue: Any
    cells: list[MatrixCell]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that the table shows, with its detail."""

    title: str
    detail: str


def matrix_words(matrix: LinkMatrix) -> dict[str, Any]:
    """Everything that `sdg_pages/csr_sdg_link.html` reads."""
    return {
        "goals": matrix.goals,
        "lines": [MatrixLine(line.issue, [_cell(line, cell) for cell in line.cells]) for line in matrix.lines],
        "example": _example(matrix),
        "findings": [finding for finding in (_most(matrix), _least(matrix), _unmeasured(matrix)) if finding],
        "link_count": sum(len(line.linked) for line in matrix.lines),
        "breadcrumb": [(_("Objectifs"), site_address("odd")), (_("Le lien entre RSE et ODD"), "")],
    }


def _cell(line: Line, cell: Cell) -> MatrixCell:
    if cell.link is None:
        return MatrixCell(cell.goal, 0, is_main=False, words="", address="")
    said = ngettext("%(count)s indicateur", "%(count)s indicateurs", cell.count) % {"count": cell.count}
    strength = str(cell.link.get_strength_display())
    words = _("ODD %(goal)s, %(count)s, %(strength)s") % {
        "goal": cell.goal.number,
        "count": said,
        "strength": strength,
    }
    query = urlencode({GOAL: cell.goal.number, ISSUE: line.issue.number})
    address = f"{reverse('indicators:list')}?{query}" if cell.count else ""
    return MatrixCell(cell.goal, cell.count, cell.is_main, words, address)


def _example(matrix: LinkMatrix) -> str:
    """How to read a line: the one whose strong link has the most indicators."""
    lines = [line for line in matrix.lines if any(cell.is_main for cell in line.linked)]
    if not lines:
        return ""
    line = max(lines, key=lambda one: max(cell.count for cell in one.linked if cell.is_main))
    main = [cell.goal for cell in line.linked if cell.is_main]
    besides = [cell.goal for cell in line.linked if not cell.is_main]
    words = {"issue": line.issue.name, "main": _goals(main), "besides": _goals(besides)}
    if not besides:
        return _("L’enjeu «\u00a0%(issue)s\u00a0» agit d’abord sur %(main)s.") % words
    return _("L’enjeu «\u00a0%(issue)s\u00a0» agit d’abord sur %(main)s. Il agit aussi sur %(besides)s.") % words


def _most(matrix: LinkMatrix) -> Finding | None:
    counts = {goal.number: len(matrix.linked_to(goal)) for goal in matrix.goals}
    most = max(counts.values(), default=0)
    if not most:
        return None
    goals = [goal for goal in matrix.goals if counts[goal.number] == most]
    detail = ngettext("%(count)s enjeu", "%(count)s enjeux", most) % {"count": most}
    title = ngettext("%(goals)s\u00a0: le plus relié", "%(goals)s\u00a0: les plus reliés", len(goals))
    return Finding(title % {"goals": _short(goals)}, detail)


def _least(matrix: LinkMatrix) -> Finding | None:
    """Goals that no issue acts on mainly."""
    goals = [goal for goal in matrix.goals if not any(cell.is_main for cell in matrix.linked_to(goal))]
    if not goals:
        return None
    return Finding(_("%(goals)s\u00a0: aucun lien fort") % {"goals": _short(goals)}, _("Des liens secondaires au plus"))


def _unmeasured(matrix: LinkMatrix) -> Finding | None:
    """Links that no published indicator measures yet."""
    linked = [cell for line in matrix.lines for cell in line.linked]
    missing = [cell for cell in linked if not cell.count]
    if not missing:
        return None
    title = ngettext("%(count)s lien sans indicateur", "%(count)s liens sans indicateur", len(missing))
    detail = ngettext("Sur %(count)s lien", "Sur %(count)s liens", len(linked)) % {"count": len(linked)}
    return Finding(title % {"count": len(missing)}, detail)


def _goals(goals: Sequence[Goal]) -> str:
    """« l’ODD 5 », « les ODD 8 et 10 »."""
    return ngettext("l’ODD %(numbers)s", "les ODD %(numbers)s", len(goals)) % {"numbers": _numbers(goals)}


def _short(goals: Sequence[Goal]) -> str:
    return ngettext("ODD %(numbers)s", "ODD %(numbers)s", len(goals)) % {"numbers": _numbers(goals)}


def _numbers(goals: Sequence[Goal]) -> str:
    """« 2, 6 et 14 »."""
    numbers = [str(goal.number) for goal in goals]
    return all_of([", ".join(numbers[:-1]), numbers[-1]]) if len(numbers) > 1 else ", ".join(numbers)

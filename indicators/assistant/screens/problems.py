"""What could not be read: where, the cell as it is, why, and what the person may decide. Equal ones are one line."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from indicators.importing.decisions import DROP, MAP, REPLACE
from indicators.importing.problems import BLOCKING, ROWS_SHOWN, Problem
from portal.formatting import format_number

from .grouping import ProblemGroup, group_key

CREATE, CORRECT = "create", "correct"
TERRITORY_CODES = frozenset({"unknown_territory", "ambiguous_territory"})
"""Problems that a territory of the catalogue solves."""
NUMBER_CODES = frozenset({"not_a_number", "ambiguous_number", "unexpected_unit", "unexpected_flag", "number_too_long"})
TYPED_CODES = NUMBER_CODES | {"unknown_period", "empty_period"}
"""Problems that a typed text solves: it is read instead of the cell."""


@dataclass(frozen=True)
class Solution:
    """One answer. `value` is what the form sends; `asks` names what must be typed or chosen with it."""

    value: str
    label: str
    detail: str = ""
    is_chosen: bool = False
    asks: str = ""
    text: str = ""


@dataclass(frozen=True)
class ProblemLine:
    """A line of the table. `field` is the name of its answer in the form and its anchor on the page."""

    field: str
    is_blocking: bool
    where: str
    detail: str
    column: str
    cell: str
    why: str | Promise
    hint: str | Promise
    solutions: tuple[Solution, ...] = ()
    has_error: bool = False
    key: str = ""
    group: str = ""
    """Key of the kind, when the line stands for many problems."""
    typed_error: str = ""
    """Why what was typed does not settle the problem."""

    @property
    def is_decided(self) -> bool:
        if self.typed_error:
            return False
        return not self.is_blocking or any(one.is_chosen and one.value != CORRECT for one in self.solutions)


def problem_lines(
    still: Sequence[Problem], settled: Sequence[Problem], decisions: Mapping[str, Mapping[str, str]]
) -> list[ProblemLine]:
    """One line for each problem: those that the reading still meets, then those that a decision settled."""
    keys = {problem.key for problem in still}
    problems = [*still, *(problem for problem in settled if problem.key not in keys)]
    lines = [_line(number, one, decisions.get(one.key, {})) for number, one in enumerate(problems, start=1)]
    return [
        replace(line, typed_error=_typed_error(problem, decisions.get(problem.key, {}))) if line.key in keys else line
        for line, problem in zip(lines, problems, strict=True)
    ]


def _typed_error(problem: Problem, decision: Mapping[str, str]) -> str:
    """Why the text that was typed changed nothing; "" when nothing was typed."""
    if decision.get("action") != REPLACE or not decision.get("text"):
        return ""
    words = (
        _("« %(text)s » ne se lit pas comme un nombre.")
        if problem.code in NUMBER_CODES
        else _("« %(text)s » ne se lit pas comme une période.")
    )
    return words % {"text": decision["text"]}


def group_lines(
    groups: Sequence[ProblemGroup], decided: Sequence[tuple[str, Problem]], creatable: Collection[str], first: int
) -> list[ProblemLine]:
    """One line for each kind of many problems, open ones first, then those that were left aside."""
    lines = [
        _group_line(first + rank, group.whole, len(group.members), is_creatable=group_key(group.whole) in creatable)
        for rank, group in enumerate(groups)
    ]
    left = [problem for key, problem in decided if key not in {line.group for line in lines}]
    rank = first + len(lines)
    return lines + [_group_line(rank + more, one, 0, is_left=True) for more, one in enumerate(left)]


def _group_line(
    number: int, whole: Problem, size: int, *, is_creatable: bool = False, is_left: bool = False
) -> ProblemLine:
    left = ngettext("Laisser cette valeur de côté", "Laisser ces %(count)s valeurs de côté", whole.count)
    words = left % {"count": format_number(whole.count)}
    solutions = [Solution(DROP, words, _("une perte, nommée dans la relecture"), is_left)]
    if is_creatable:
        detail = _("avec leur code et leur nom du fichier")
        solutions.append(Solution(CREATE, _("Les créer dans le référentiel"), detail))
    solutions.append(Solution(CORRECT, _("Je corrige le fichier et je le redépose")))
    told = ngettext("%(count)s texte différent.", "%(count)s textes différents.", size) if size else ""
    return replace(
        _line(number, whole, {}),
        group=group_key(whole),
        detail=told % {"count": format_number(size)} if told else "",
        solutions=tuple(solutions),
    )


def _line(number: int, problem: Problem, decision: Mapping[str, str]) -> ProblemLine:
    blocking = problem.severity == BLOCKING
    return ProblemLine(
        field=f"p{number}",
        is_blocking=blocking,
        where=where(problem),
        detail=_rows_of_many(problem),
        column=problem.column,
        cell=problem.cell,
        why=problem.reason,
        hint=problem.remedy,
        key=problem.key,
        solutions=tuple(_solutions(problem, decision)) if blocking else (),
    )


def where(problem: Problem) -> str:
    """« Ligne 212 », « 27 lignes », « Feuille 2019 »."""
    if len(problem.rows) == 1:
        return _("Ligne %(row)s") % {"row": problem.rows[0]}
    if problem.rows:
        count = len(problem.rows)
        return ngettext("%(count)s ligne", "%(count)s lignes", count) % {"count": format_number(count)}
    return (problem.sheet and _("Feuille %(name)s") % {"name": problem.sheet}) or _("Fichier entier")


def _rows_of_many(problem: Problem) -> str:
    if len(problem.rows) < 2:
        return ""
    shown = ", ".join(str(row) for row in problem.rows[:ROWS_SHOWN])
    return f"{shown}…" if len(problem.rows) > ROWS_SHOWN else shown


def _solutions(problem: Problem, decision: Mapping[str, str]) -> list[Solution]:
    chosen = decision.get("action", "")
    found = []
    if problem.code in TERRITORY_CODES:
        found += _territory_solutions(problem, decision)
    if problem.code in TYPED_CODES:
        typed = decision.get("text", "")
        found.append(Solution(REPLACE, _typed_label(problem), "", chosen == REPLACE, asks="text", text=typed))
    left = ngettext("Laisser cette valeur de côté", "Laisser ces %(count)s valeurs de côté", problem.count)
    found.append(
        Solution(
            DROP,
            left % {"count": format_number(problem.count)},
            _("une perte, nommée dans la relecture"),
            chosen == DROP,
        )
    )
    found.append(Solution(CORRECT, _("Je corrige le fichier et je le redépose"), "", chosen == CORRECT))
    return found


def _territory_solutions(problem: Problem, decision: Mapping[str, str]) -> list[Solution]:
    target = f"{decision.get('scheme', '')}|{decision.get('code', '')}" if decision.get("code") else ""
    chosen = decision.get("action") == MAP
    found, known = [], []
    for suggestion in problem.suggestions:
        scheme, code, name = ([*suggestion.split("|"), "", ""])[:3]
        known.append(f"{scheme}|{code}")
        label = _("C’est %(name)s") % {"name": name or code}
        found.append(
            Solution(
                f"{MAP}:{scheme}|{code}", label, _("et s’en souvenir dans la recette"), chosen and target == known[-1]
            )
        )
    other = chosen and target not in known
    text = target if other else decision.get("text", "")
    found.append(Solution(MAP, _("Un autre territoire"), "", other, asks="territory", text=text))
    found.append(
        Solution(
            CREATE, _("Créer ce territoire"), "", decision.get("action") == CREATE, asks="create", text=problem.cell
        )
    )
    return found


def _typed_label(problem: Problem) -> str:
    if problem.code.endswith("_period"):
        return _("Saisir la bonne période")
    return _("Saisir la bonne valeur")

"""What would be lost or is likely wrong: each has a name, and the person accepts it by that name or not at all."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass

import numpy as np
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from indicators.importing.comparison import VANISHED, Differences
from indicators.importing.problems import BLOCKING, Problem
from indicators.importing.trouble_texts import SENTENCES
from portal.formatting import format_number

from .vanished import vanished_by_territory

NAMES_SHOWN = 5
VANISHED_KEY = "vanished"


@dataclass(frozen=True, slots=True)
class Loss:
    """`key` identifies it from one reading of the file to the next; `sentence` and `detail` are for people."""

    key: str
    sentence: str
    detail: str = ""
    count: int = 0

    def as_dict(self) -> dict[str, str | int]:
        """For JSON."""
        return asdict(self)


def losses_of(differences: Differences) -> list[Loss]:
    """Values that would no longer be there, then suspected units, one loss for each power of ten."""
    return [*_vanished(differences), *_units(differences)]


def losses_of_problems(problems: Iterable[Problem]) -> list[Loss]:
    """One loss for each problem that blocks: its rows would be left out."""
    return [loss_of_problem(problem) for problem in problems if problem.severity == BLOCKING]


def loss_of_problem(problem: Problem) -> Loss:
    """The rows of a problem, left out."""
    place = " · ".join(filter(None, (problem.sheet, problem.column, problem.cell)))
    sentence = ngettext(
        "%(count)s ligne laissée de côté\u00a0: %(place)s.",
        "%(count)s lignes laissées de côté\u00a0: %(place)s.",
        problem.count,
    )
    values = {"count": format_number(problem.count), "place": place}
    return Loss(problem.key, sentence % values, str(problem.reason), problem.count)


def loss_of_key(key: str) -> Loss:
    """The loss of a problem of which only the key is known (`Problem.key`): its rows were left out on demand."""
    code, sheet, column, cell = [*key.split("|", 3), "", "", ""][:4]
    place = " · ".join(filter(None, (sheet, column, cell)))
    reason = SENTENCES[code][0] if code in SENTENCES else ""
    return Loss(key, _("Lignes laissées de côté\u00a0: %(place)s.") % {"place": place}, str(reason))


def _vanished(differences: Differences) -> list[Loss]:
    count = len(differences.pairs[VANISHED])
    if not count:
        return []
    groups = vanished_by_territory(differences)
    sentence = ngettext(
        "%(count)s valeur publiée ne serait plus là.", "%(count)s valeurs publiées ne seraient plus là.", count
    )
    detail = ", ".join(f"{group.name} ({format_number(group.count)}, {group.when})" for group in groups[:NAMES_SHOWN])
    others = len(groups) - NAMES_SHOWN
    return [
        Loss(VANISHED_KEY, sentence % {"count": format_number(count)}, f"{detail}…" if others > 0 else detail, count)
    ]


def _units(differences: Differences) -> list[Loss]:
    factors, counts = np.unique(differences.suspects.factor, return_counts=True)
    return [_unit(factor, count) for factor, count in zip(factors.tolist(), counts.tolist(), strict=True) if factor]


def _unit(factor: int, count: int) -> Loss:
    values = {"count": format_number(count), "factor": format_number(abs(factor))}
    if factor > 0:
        sentence = ngettext(
            "%(count)s valeur est %(factor)s fois plus grande qu’avant\u00a0: l’unité a-t-elle changé\u202f?",
            "%(count)s valeurs sont %(factor)s fois plus grandes qu’avant\u00a0: l’unité a-t-elle changé\u202f?",
            count,
        )
        return Loss(f"unit|x{factor}", sentence % values, _unit_detail(), count)
    sentence = ngettext(
        "%(count)s valeur est %(factor)s fois plus petite qu’avant\u00a0: l’unité a-t-elle changé\u202f?",
        "%(count)s valeurs sont %(factor)s fois plus petites qu’avant\u00a0: l’unité a-t-elle changé\u202f?",
        count,
    )
    return Loss(f"unit|/{abs(factor)}", sentence % values, _unit_detail(), count)


def _unit_detail() -> str:
    return _("Comparez avec la valeur publiée ou avec celle de la période précédente, à dix pour cent près.")

"""What a person has answered so far, kept on the upload after each answer: nothing is lost by leaving."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from django.db import transaction

from indicators.importing.problems import Problem
from indicators.models import Upload
from indicators.services.uploads import save_answers


@dataclass(frozen=True)
class Draft:
    """`answers` by guess, `decisions` by problem; `decided` remembers the problems that a decision made disappear.

    The rest belongs to the screens: scope, recipe name, sheet of a new indicator, submission.
    """

    answers: Mapping[str, str] = field(default_factory=dict)
    decisions: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    decided: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    groups: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """Whole kinds of problems left aside at once: the problem that stands for them, and the keys of its `members`."""
    scope: str = ""
    recipe_name: str = ""
    keeps_recipe: bool = True
    sheet: Mapping[str, Any] = field(default_factory=dict)
    submission: Mapping[str, Any] = field(default_factory=dict)
    accepted: tuple[str, ...] = ()
    problem: str = ""
    """Why the last submission was refused, when a task found it out."""
    is_checked: bool = False
    """The person has looked at the reading (or asked for it): the recipe of last year does not skip it any more."""
    page: str = ""
    rank: int = 0
    """The page that sent this, and its rank among what that page sent: what comes late changes nothing."""

    @property
    def in_groups(self) -> set[str]:
        """Keys of the problems left aside by their group."""
        return {key for group in self.groups.values() for key in group["members"]}

    def decided_groups(self) -> list[tuple[str, Problem]]:
        """Key and problem of each kind left aside at once."""
        return [(key, _problem(group["whole"])) for key, group in self.groups.items()]

    def decided_problems(self) -> list[Problem]:
        """The problems that were decided, as they were before."""
        return [
            _problem(raw) for key, raw in self.decided.items() if key in self.decisions and key not in self.in_groups
        ]


def draft_of(upload: Upload) -> Draft:
    """What is kept on this upload."""
    kept: Mapping[str, Any] = upload.answers or {}
    screen = dict(kept.get("screen", {}))
    screen["accepted"] = tuple(screen.get("accepted", ()))
    return Draft(answers=kept.get("answers", {}), decisions=kept.get("decisions", {}), **screen)


@transaction.atomic
def keep_draft(upload: Upload, draft: Draft) -> Upload:
    """Replace what is kept; the last of two people wins, each time with a whole set of answers. What a page sent before
    something that is kept already is left out."""
    latest = Upload.objects.select_for_update().get(pk=upload.pk)
    if is_late(draft, draft_of(latest)):
        upload.answers = latest.answers
        return upload
    saved = save_answers(upload=upload, answers=draft.answers, decisions=draft.decisions)
    screen = asdict(draft)
    del screen["answers"], screen["decisions"]
    saved.answers = {**saved.answers, "screen": screen}
    saved.save(update_fields=["answers", "saved_at"])
    return saved


def is_late(draft: Draft, kept: Draft) -> bool:
    """Did the same page send what is kept after this?"""
    return bool(draft.page) and draft.page == kept.page and draft.rank < kept.rank


def with_decided(draft: Draft, problems: list[Problem]) -> Draft:
    """The draft that remembers these problems, for those that have a decision."""
    grouped = draft.in_groups
    seen = {
        problem.key: raw_problem(problem)
        for problem in problems
        if problem.key in draft.decisions and problem.key not in grouped
    }
    kept = {key: raw for key, raw in draft.decided.items() if key in draft.decisions}
    return replace(draft, decided={**kept, **seen})


def raw_problem(problem: Problem) -> dict[str, Any]:
    """The problem as JSON; a long list of rows is cut."""
    raw = asdict(problem)
    return {**raw, "reason": str(problem.reason), "remedy": str(problem.remedy), "rows": list(problem.rows[:1000])}


def _problem(raw: Mapping[str, Any]) -> Problem:
    return Problem(**{**raw, "rows": tuple(raw["rows"]), "suggestions": tuple(raw["suggestions"])})

"""From what a form sends to answers and decisions. What is not sent stays as it was."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.text import slugify

from indicators.importing.decisions import DROP, MAP, REPLACE
from indicators.importing.inspection import Guess, Inspection
from indicators.importing.merging import SCOPES
from indicators.importing.problems import Problem
from indicators.importing.recipes import Recipe
from indicators.importing.territories import Catalogue
from indicators.services.territories import create_territory
from indicators.services.upload_reading import UploadReading

from .creating import create_missing
from .drafts import Draft, raw_problem, with_decided
from .screens.grouping import group_key, grouped
from .screens.problems import CORRECT, CREATE, NUMBER_CODES
from .screens.reading import ANSWER
from .typed import typed_number

OWN_SCHEME = "Observatoire"
"""Scheme of the territories that a person creates while importing."""

TYPED_TERRITORY = "territory.constant"
Decision = dict[str, str]


def posted_draft(draft: Draft, data: QueryDict, before: UploadReading, catalogue: Catalogue) -> Draft:
    """The draft with the answers of this form; `before` is the reading that the page showed."""
    problems = before.reading.problems
    known = {problem.key: problem for problem in (*problems, *draft.decided_problems())}
    answers = {**draft.answers, **_answers(data, draft, before.inspection, catalogue)}
    decisions = {**draft.decisions}
    for name, key in _decided_here(data, known):
        decided = _decision(data, name, known[key], before.recipe, catalogue)
        decisions.pop(key, None)
        decisions |= {key: decided} if decided else {}
    decisions, groups = _group_decisions(data, draft, before, decisions)
    changed = replace(draft, answers=answers, decisions=decisions, groups=groups, **_screen(draft, data))
    return with_decided(changed, list(problems))


def _group_decisions(
    data: QueryDict, draft: Draft, before: UploadReading, decisions: dict[str, Mapping[str, str]]
) -> tuple[dict[str, Mapping[str, str]], dict[str, Mapping[str, Any]]]:
    """Apply what was decided of whole kinds: leave all aside, create all, or take that back."""
    groups = dict(draft.groups)
    open_groups = {group_key(group.whole): group for group in grouped(before.reading.problems)[1]}
    for name in [name.removesuffix("-group") for name in data if name.endswith("-group")]:
        key, action = data[f"{name}-group"], data.get(name, "")
        if action == CORRECT and key in groups:
            decisions = {one: told for one, told in decisions.items() if one not in groups[key]["members"]}
            del groups[key]
        elif action == DROP and key in open_groups:
            group = open_groups[key]
            members = [*groups.get(key, {}).get("members", []), *group.members]
            groups[key] = {"whole": raw_problem(group.whole), "members": members}
            decisions |= {one: {"action": DROP} for one in group.members}
        elif action == CREATE and key in open_groups:
            create_missing(before.reading, open_groups[key])
    return decisions, groups


def _decided_here(data: QueryDict, known: Mapping[str, Problem]) -> list[tuple[str, str]]:
    """(name of the field, key of the problem) of each problem that got an answer."""
    named = [(name.removesuffix("-key"), data[name]) for name in data if name.endswith("-key")]
    return [(name, key) for name, key in named if name in data and key in known]


def _answers(data: QueryDict, draft: Draft, inspection: Inspection | None, catalogue: Catalogue) -> dict[str, str]:
    """Answers to doubts, and those that change what was supposed; the others are no answer."""
    found = {name.removeprefix(ANSWER): data[name].strip() for name in data if name.startswith(ANSWER)}
    if data.get("measure"):
        found["measure"] = data["measure"]
    if TYPED_TERRITORY in found:
        found[TYPED_TERRITORY] = _typed_territory(found[TYPED_TERRITORY], catalogue)
    guesses = {guess.what: guess for guess in inspection.guesses} if inspection else {}
    return {
        what: text
        for what, text in found.items()
        if what in guesses and _says(text, guesses[what], what in draft.answers)
    }


def _typed_territory(text: str, catalogue: Catalogue) -> str:
    """`scheme|code` of what was typed; "" leaves the question open."""
    found = _mapped(text, catalogue)
    return f"{found['scheme']}|{found['code']}" if found else ""


def _says(text: str, guess: Guess, was_answered: bool) -> bool:
    return was_answered or guess.is_doubt or text != guess.value


def _screen(draft: Draft, data: QueryDict) -> dict[str, Any]:
    rank = data.get("page_rank", "")
    changed: dict[str, Any] = {"is_checked": True, "page": data.get("page_name", "")[:40]}
    changed["rank"] = int(rank) if rank.isdecimal() and len(rank) < 10 else 0
    if data.get("scope") in SCOPES:
        changed["scope"] = data["scope"]
    if "recipe_asked" in data:
        changed |= {"keeps_recipe": "recipe_keep" in data, "recipe_name": data.get("recipe_name", "").strip()[:160]}
    if any(name.startswith("sheet-") for name in data):
        sent = {name: data.getlist(name) for name in data if name.startswith("sheet-")}
        unticked = {"sheet-goals": []} if "sheet_goals_asked" in data else {}
        changed["sheet"] = {**draft.sheet, **unticked, **sent}
    return changed


def _decision(data: QueryDict, name: str, problem: Problem, recipe: Recipe, catalogue: Catalogue) -> Decision | None:
    """None when what was chosen is not complete yet: the problem stays open."""
    action = data[name]
    if action == DROP:
        return {"action": DROP}
    if action == REPLACE:
        text = data.get(f"{name}-text", "").strip()
        text = typed_number(text, recipe) if problem.code in NUMBER_CODES else text
        return {"action": REPLACE, "text": text} if text else None
    if action == CREATE:
        return _created(data, name, problem)
    if action == MAP:
        return _mapped(data.get(f"{name}-territory", ""), catalogue)
    if action.startswith(f"{MAP}:"):
        return _to(action.removeprefix(f"{MAP}:"))
    return None


def _to(reference: str) -> Decision | None:
    scheme, _bar, code = reference.partition("|")
    return {"action": MAP, "scheme": scheme, "code": code} if code else None


def _mapped(text: str, catalogue: Catalogue) -> Decision | None:
    """A name, « nom (nomenclature code) » of the list, or `scheme|code`."""
    wanted = text.strip()
    if "|" in wanted:
        return _to(wanted) if catalogue.by_code(*wanted.split("|", 1)) else None
    found = [row for row in catalogue.rows if territory_words(row.name, row.scheme, row.code) == wanted]
    found = found or list(catalogue.by_label(wanted))
    return _to(found[0].reference) if len(found) == 1 else None


def territory_words(name: str, scheme: str, code: str) -> str:
    """How a territory stands in the list of choices: names alone are shared by several."""
    return f"{name} ({scheme} {code})"


def _created(data: Mapping[str, str], name: str, problem: Problem) -> Decision | None:
    title, level = data.get(f"{name}-name", "").strip(), data.get(f"{name}-level", "")
    code = slugify(title)[:40]
    try:
        territory = create_territory(
            scheme=OWN_SCHEME, code=code, name_fr=title, level=level, spellings=_spelled(problem)
        )
    except ValidationError:
        return None
    return {"action": MAP, "scheme": territory.scheme, "code": territory.code}


def _spelled(problem: Problem) -> list[str]:
    return [problem.cell] if problem.cell and len(problem.cell) <= 160 else []

"""Answers of a person applied to a proposed recipe."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal

from indicators.importing.recipes import (
    BreakdownRule,
    DuplicateRule,
    FileShape,
    FilterRule,
    Origin,
    PeriodRule,
    Recipe,
    StatusColumn,
    TerritoryRule,
    ValueRule,
)

from .guesses import NO_HEADER, Inspection

Change = Callable[[Inspection, Recipe, str, str], Recipe]


def apply_answers(inspection: Inspection, answers: Mapping[str, str]) -> Recipe:
    """The recipe with these answers, keyed by `Guess.what`; an empty answer leaves the proposal as it is.

    A changed sheet, header, encoding or separator makes other columns appear: inspect again after it. Raises KeyError
    for a key that no guess can have.
    """
    recipe = inspection.recipe
    for what, answer in answers.items():
        if answer:
            recipe = _change(what)(inspection, recipe, what, answer)
    return recipe


def _change(what: str) -> Change:
    if what in CHANGES:
        return CHANGES[what]
    kind = ".".join(what.split(".")[:2]) if what.startswith("status.") else what.partition(".")[0]
    return CHANGES[f"{kind}.*"]


def _sheet(_inspection: Inspection, recipe: Recipe, _what: str, answer: str) -> Recipe:
    return replace(recipe, file=replace(recipe.file, sheets=(answer,)))


def header_rows(answer: str) -> tuple[int, ...] | None:
    """The rows that an answer about the titles names: `4`, `3,4`, `none`; None for any other text."""
    rows = [part.strip() for part in answer.split(",") if part.strip()]
    if answer == NO_HEADER:
        return ()
    return tuple(map(int, rows)) if rows and all(row.isascii() and row.isdigit() for row in rows) else None


def _header(_inspection: Inspection, recipe: Recipe, _what: str, answer: str) -> Recipe:
    rows = header_rows(answer)
    if rows is None:
        raise KeyError(answer)
    return replace(recipe, file=replace(recipe.file, header=rows))


def _file_text(_inspection: Inspection, recipe: Recipe, what: str, answer: str) -> Recipe:
    file: FileShape = replace(recipe.file, **{what.partition(".")[2]: answer})  # type: ignore[arg-type]
    return replace(recipe, file=file)


def _territory_column(_inspection: Inspection, recipe: Recipe, _what: str, answer: str) -> Recipe:
    return replace(recipe, territory=replace(recipe.territory, origin=Origin(column=answer)))


def _territory_scheme(_inspection: Inspection, recipe: Recipe, _what: str, answer: str) -> Recipe:
    return replace(recipe, territory=replace(recipe.territory, scheme=answer))


def _territory_constant(_inspection: Inspection, recipe: Recipe, _what: str, answer: str) -> Recipe:
    if answer == "sheet_name":
        return recipe
    scheme, _bar, code = answer.partition("|")
    return replace(recipe, territory=TerritoryRule(Origin(constant=code), scheme=scheme))


def _period_column(_inspection: Inspection, recipe: Recipe, _what: str, answer: str) -> Recipe:
    return replace(recipe, period=replace(recipe.period, origin=Origin(column=answer)))


def _period_constant(inspection: Inspection, recipe: Recipe, what: str, answer: str) -> Recipe:
    """The place where the period was found is kept as long as its text is confirmed."""
    guess = next((guess for guess in inspection.guesses if guess.what == what), None)
    if guess and guess.value == answer:
        return recipe
    return replace(recipe, period=PeriodRule(Origin(constant=answer)))


def _measure(inspection: Inspection, recipe: Recipe, _what: str, answer: str) -> Recipe:
    """Another measure replaces the value, and the filters of the measure that was proposed."""
    chosen = next((measure for measure in inspection.measures if measure.key == answer), None)
    if chosen is None:
        raise KeyError(answer)
    old = {rule.column for measure in inspection.measures for rule in measure.filters}
    kept = tuple(rule for rule in recipe.filter if rule.column not in old)
    if not chosen.filters:
        value = _written(chosen.value, recipe)
        return replace(recipe, value=value, filter=kept, breakdown=_breakdowns_for(value, inspection, recipe))
    return replace(recipe, filter=(*chosen.filters, *kept))


def _breakdowns_for(value: ValueRule, inspection: Inspection, recipe: Recipe) -> tuple[BreakdownRule, ...]:
    """One column alone has no category in its header; the columns together have theirs again."""
    others = tuple(rule for rule in recipe.breakdown if not rule.origin.header_rows)
    proposed = tuple(rule for rule in inspection.recipe.breakdown if rule.origin.header_rows)
    return others if value.column else (*proposed, *others)


def _value_column(_inspection: Inspection, recipe: Recipe, _what: str, answer: str) -> Recipe:
    return replace(recipe, value=replace(recipe.value, column=answer, columns={}))


def _written(value: ValueRule, recipe: Recipe) -> ValueRule:
    """Another column is written in its own way (a percent sign here, none there) but with the same decimal mark."""
    return replace(value, decimal=value.decimal or recipe.value.decimal)


def _scale(_inspection: Inspection, recipe: Recipe, _what: str, answer: str) -> Recipe:
    return replace(recipe, value=replace(recipe.value, scale=Decimal(answer)))


def _decimal(_inspection: Inspection, recipe: Recipe, _what: str, answer: str) -> Recipe:
    thousands = {",": "point", ".": "comma"}[answer] if recipe.value.decimal == "" else recipe.value.thousands
    return replace(recipe, value=replace(recipe.value, decimal=answer, thousands=thousands))


def _breakdown(_inspection: Inspection, recipe: Recipe, what: str, answer: str) -> Recipe:
    """`keep`, `only:<category>` (blank for the cells without any), or `total:<category>`."""
    name = what.partition(".")[2]
    action, _colon, category = answer.partition(":")
    others = tuple(rule for rule in recipe.filter if rule.column != name)
    kept = tuple(rule for rule in recipe.breakdown if rule.name != name)
    former = next((rule for rule in recipe.breakdown if rule.name == name), BreakdownRule(Origin(column=name), name))
    if action == "only":
        rule = FilterRule(name, "equals", (category,)) if category else FilterRule(name, "empty")
        return replace(recipe, breakdown=kept, filter=(*others, rule))
    if action == "total":
        return replace(recipe, breakdown=(*kept, replace(former, totals=(category,))), filter=others)
    return replace(recipe, breakdown=(*kept, former), filter=others)


def _area(_inspection: Inspection, recipe: Recipe, what: str, answer: str) -> Recipe:
    name = what.partition(".")[2]
    others = tuple(rule for rule in recipe.filter if rule.column != name)
    return replace(recipe, filter=others if answer == "all" else (*others, FilterRule(name, "equals", (answer,))))


def _mark(_inspection: Inspection, recipe: Recipe, what: str, answer: str) -> Recipe:
    mark = what.removeprefix("status.mark.")
    return replace(recipe, status=replace(recipe.status, marks={**recipe.status.marks, mark: answer}))


def _flag(_inspection: Inspection, recipe: Recipe, what: str, answer: str) -> Recipe:
    flag = what.removeprefix("status.flag.")
    return replace(recipe, status=replace(recipe.status, flags={**recipe.status.flags, flag: answer}))


def _status_column(_inspection: Inspection, recipe: Recipe, what: str, answer: str) -> Recipe:
    name = what.removeprefix("status.column.")
    kept = tuple(part for part in recipe.status.columns if part.column != name)
    columns = kept if answer == "ignore" else (*kept, StatusColumn(answer))
    return replace(recipe, status=replace(recipe.status, columns=columns))


def _duplicates(_inspection: Inspection, recipe: Recipe, _what: str, answer: str) -> Recipe:
    return replace(recipe, duplicates=DuplicateRule(answer, decimals=6 if answer == "mean" else -1))


def _empty(_inspection: Inspection, recipe: Recipe, _what: str, answer: str) -> Recipe:
    return replace(recipe, empty=answer)


def _unchanged(_inspection: Inspection, recipe: Recipe, _what: str, _answer: str) -> Recipe:
    """The unit and the layout are said to the person; another layout is another inspection."""
    return recipe


CHANGES: Mapping[str, Change] = {
    "file.sheet": _sheet,
    "file.header": _header,
    "file.encoding": _file_text,
    "file.separator": _file_text,
    "territory.column": _territory_column,
    "territory.scheme": _territory_scheme,
    "territory.constant": _territory_constant,
    "period.column": _period_column,
    "period.constant": _period_constant,
    "measure": _measure,
    "value.column": _value_column,
    "value.decimal": _decimal,
    "value.scale": _scale,
    "duplicates": _duplicates,
    "empty": _empty,
    "recipe": _unchanged,
    "unit": _unchanged,
    "layout": _unchanged,
    "territory.labels": _unchanged,
    "territory.header_row": _unchanged,
    "breakdown.header_row": _unchanged,
    "breakdown.*": _breakdown,
    "filter.*": _area,
    "status.mark.*": _mark,
    "status.flag.*": _flag,
    "status.column.*": _status_column,
}

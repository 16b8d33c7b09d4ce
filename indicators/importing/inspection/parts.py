"""The parts of a recipe gathered by the inspection of one table, before they become a recipe."""

from dataclasses import dataclass, field, replace

from indicators.importing.recipes import (
    BreakdownRule,
    DuplicateRule,
    FileShape,
    FilterRule,
    PeriodRule,
    Recipe,
    StatusRule,
    TerritoryRule,
    ValueRule,
)

from .guesses import Guess, Hints, Measure


@dataclass
class Parts:
    """Filled step by step; `guesses` in the order in which a person should read them."""

    territory: TerritoryRule
    period: PeriodRule
    layout: str = "long"
    value: ValueRule = field(default_factory=ValueRule)
    breakdowns: list[BreakdownRule] = field(default_factory=list)
    filters: list[FilterRule] = field(default_factory=list)
    status: StatusRule = field(default_factory=StatusRule)
    notes: tuple[str, ...] = ()
    duplicates: str = "refuse"
    empty: str = "missing"
    skip: tuple[int, ...] = ()
    measures: tuple[Measure, ...] = ()
    unit: str = ""
    guesses: list[Guess] = field(default_factory=list)

    def recipe(self, file: FileShape, hints: Hints) -> Recipe:
        """The recipe, with what the recipe of the indicator already says about releases."""
        former = hints.recipe
        return Recipe(
            territory=self.territory,
            period=self.period,
            value=self.value,
            name=former.name if former else "",
            file=replace(file, skip=self.skip),
            layout=self.layout,
            breakdown=tuple(self.breakdowns),
            filter=tuple(self.filters),
            status=self.status,
            note=self.notes,
            empty=self.empty,
            duplicates=DuplicateRule(self.duplicates),
            scope=former.scope if former else "replaces",
        )

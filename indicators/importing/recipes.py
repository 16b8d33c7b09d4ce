"""Recipes: what a file is made of (`Recipe` and its parts), read from and written to YAML or JSON."""

from .recipe_parts import (
    BreakdownRule,
    DuplicateRule,
    FileShape,
    FilterRule,
    FlagRow,
    Origin,
    PeriodRule,
    Recipe,
    StatusColumn,
    StatusRule,
    TerritoryRule,
    ValueRule,
)
from .recipe_text import dump_recipe, load_recipe, refuse_untold

__all__ = [
    "BreakdownRule",
    "DuplicateRule",
    "FileShape",
    "FilterRule",
    "FlagRow",
    "Origin",
    "PeriodRule",
    "Recipe",
    "StatusColumn",
    "StatusRule",
    "TerritoryRule",
    "ValueRule",
    "dump_recipe",
    "load_recipe",
    "refuse_untold",
]

"""A proposed recipe restricted by what the task of a sample case says: the answers « Seulement … » of the product."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from indicators.importing.recipes import BreakdownRule, FilterRule, Recipe

EMPTY = "empty"


def restricted(recipe: Recipe, settings: Mapping[str, Any]) -> Recipe:
    """Only the category that the task names of each breakdown that the proposal kept, only the columns that it names
    of those that the proposal reads. Nothing else changes: what the proposal does not hold cannot be put right."""
    return _columns(_categories(recipe, settings.get("filters", {})), settings.get("value_columns", {}))


def _categories(recipe: Recipe, stated: Mapping[str, str]) -> Recipe:
    named = [rule for rule in recipe.breakdown if rule.origin.column in stated]
    filters = tuple(_filter(rule, stated[rule.origin.column]) for rule in named)
    kept = tuple(rule for rule in recipe.breakdown if rule not in named)
    return replace(recipe, breakdown=kept, filter=(*recipe.filter, *filters))


def _filter(rule: BreakdownRule, category: str) -> FilterRule:
    if category == EMPTY:
        return FilterRule(rule.origin.column, "empty")
    return FilterRule(rule.origin.column, "equals", (category,))


def _columns(recipe: Recipe, stated: Mapping[str, Any]) -> Recipe:
    pattern = recipe.value.matching
    if not stated or not pattern or not all(re.search(pattern, name) for name in stated):
        return recipe
    return replace(recipe, value=replace(recipe.value, matching="", columns={name: {} for name in stated}))

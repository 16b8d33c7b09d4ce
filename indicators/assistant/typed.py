"""A value typed by a person instead of a cell: both decimal marks are understood, whatever the file uses."""

from indicators.importing.recipes import Recipe
from indicators.importing.value_reading import number_style, read_cell

MARKS = ",."


def typed_number(text: str, recipe: Recipe) -> str:
    """The text as the file would write it; the same text when it is no number either way."""
    style = number_style(recipe.value)
    if not read_cell(text, style, recipe.status.marks, recipe.status.flags).trouble:
        return text
    marks = [letter for letter in text if letter in MARKS]
    if len(marks) != 1 or not style.decimal:
        return text
    written = text.replace(marks[0], style.decimal)
    trouble = read_cell(written, style, recipe.status.marks, recipe.status.flags).trouble
    return text if trouble else written

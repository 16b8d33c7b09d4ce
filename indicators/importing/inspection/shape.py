"""An inspection as plain mappings and lists, for programs."""

from dataclasses import asdict
from typing import Any

from indicators.importing.recipe_writing import recipe_shape

from .guesses import Guess, Inspection


def inspection_shape(inspection: Inspection) -> dict[str, Any]:
    """What was detected, the recipe as its documentation writes it, every guess with its confidence and reason."""
    return {
        "detected": {**asdict(inspection.facts), "layout": inspection.recipe.layout, "unit": inspection.unit},
        "recipe": recipe_shape(inspection.recipe),
        "guesses": [_guess_shape(guess) for guess in inspection.guesses],
        "missing": [guess.what for guess in inspection.missing],
        "doubts": [guess.what for guess in inspection.every_doubt],
        "measures": [
            {"key": measure.key, "label": measure.label, "values": measure.values} for measure in inspection.measures
        ],
    }


def _guess_shape(guess: Guess) -> dict[str, Any]:
    shape: dict[str, Any] = {
        "what": guess.what,
        "value": guess.value,
        "sentence": guess.sentence,
        "reason": guess.reason,
        "confidence": guess.confidence,
    }
    if guess.question and guess.is_doubt:
        shape["question"] = guess.question
    if guess.alternatives:
        shape["alternatives"] = [asdict(choice) for choice in guess.alternatives]
    return shape

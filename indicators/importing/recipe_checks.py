"""What is wrong in a recipe, in sentences that name the place."""

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError, best_match

from portal.formatting import quoted

from .patterns import MAX_PATTERN, pattern_fault

SCHEMA_FILE = Path(__file__).with_name("recipe.schema.json")
ORIGINS = ("column", "columns", "header_row", "cell", "from", "constant")
FILTERS = ("equals", "in", "not", "matches", "not_matches", "empty", "not_empty")
ONE_COLUMN = ("long", "territories_as_sheets")
"""Layouts with one column of values."""
TO_BE_TOLD = "to_be_told"
"""Key of a territory or a period that nobody has told yet: the inspection writes it, no import accepts it."""

_UNTOLD = {
    "territory": gettext_lazy(
        "territory\u00a0: le territoire n’est pas dit. À la place de « to_be_told », écrivez la colonne qui le tient"
        ' (column: Commune), ou le territoire lui-même (constant: {scheme: COG commune, code: "44109"}).'
    ),
    "period": gettext_lazy(
        "period\u00a0: la période n’est pas dite. À la place de « to_be_told », écrivez la colonne qui la tient"
        ' (column: Année), ou la période elle-même (constant: "2024").'
    ),
}
_PLACES_OF_TYPES = {
    "object": gettext_lazy("un ensemble de clés"),
    "array": gettext_lazy("une liste"),
    "string": gettext_lazy("du texte"),
    "integer": gettext_lazy("un entier"),
}


@cache
def recipe_validator() -> Draft202012Validator:
    """The compiled JSON Schema of a recipe."""
    return Draft202012Validator(json.loads(SCHEMA_FILE.read_text(encoding="utf-8")))


def recipe_faults(raw: Any) -> list[str]:
    """One sentence for each fault, in the order of the recipe; [] when it can be used."""
    if not isinstance(raw, Mapping):
        return [_("Une recette est un ensemble de clés (territory, period, value…).")]
    if faults := untold_faults([place for place in _UNTOLD if _is_untold(raw.get(place))]):
        return faults
    errors = sorted(recipe_validator().iter_errors(raw), key=lambda error: [str(step) for step in error.absolute_path])
    return [_sentence(error) for error in errors] or [
        *_origin_faults(raw),
        *_pattern_faults(raw, ""),
        *_rule_faults(raw),
    ]


def untold_faults(places: Iterable[str]) -> list[str]:
    """What to add to a recipe whose territory or period nobody has told."""
    return [str(_UNTOLD[place]) for place in places]


def _is_untold(part: Any) -> bool:
    return isinstance(part, Mapping) and (TO_BE_TOLD in part or part.get("constant") == "")


def _sentence(error: ValidationError) -> str:
    if error.context:
        error = best_match(error.context) or error
    place = ".".join(str(step) for step in error.absolute_path) or _("recette")
    return _("%(place)s : %(fault)s.") % {"place": place, "fault": _fault(error)}


def _fault(error: ValidationError) -> str:
    keyword: str = str(error.validator)
    expected: Any = error.validator_value
    if keyword == "additionalProperties" and isinstance(error.instance, Mapping):
        known = error.schema.get("properties", {}) if isinstance(error.schema, Mapping) else {}
        unknown = ", ".join(quoted(key) for key in error.instance if key not in known)
        return _("clé inconnue %(keys)s ; clés admises : %(known)s") % {"keys": unknown, "known": ", ".join(known)}
    if keyword == "required" and isinstance(error.instance, Mapping):
        missing = ", ".join(quoted(key) for key in expected if key not in error.instance)
        return _("il manque %(keys)s") % {"keys": missing}
    if keyword in ("enum", "const"):
        allowed = ", ".join(str(value) for value in (expected if keyword == "enum" else [expected]))
        return _("« %(value)s » n’est pas admis ; valeurs admises : %(allowed)s") % {
            "value": str(error.instance)[:80],
            "allowed": allowed,
        }
    if keyword == "type":
        return _("la valeur doit être %(type)s") % {"type": _PLACES_OF_TYPES.get(str(expected), str(expected))}
    return _("« %(value)s » ne convient pas (%(rule)s : %(expected)s)") % {
        "value": str(error.instance)[:80],
        "rule": keyword,
        "expected": str(expected)[:80],
    }


def _origin_faults(raw: Mapping[str, Any]) -> Iterator[str]:
    breakdowns = {f"breakdown.{place}": part for place, part in enumerate(raw.get("breakdown", []))}
    for place, part in {"territory": raw["territory"], "period": raw["period"], **breakdowns}.items():
        named = [key for key in ORIGINS if key in part]
        if len(named) != 1 and not (named and place == "period"):
            yield _("%(place)s : il faut une et une seule de ces clés : %(keys)s.") % {
                "place": place,
                "keys": ", ".join(ORIGINS),
            }
        yield from _header_faults(place, part, raw.get("file", {}).get("header", 1))


def _header_faults(place: str, part: Mapping[str, Any], header: Any) -> Iterator[str]:
    named, known = part.get("header_row", []), header if isinstance(header, list) else [header]
    for row in named if isinstance(named, list) else [named]:
        if row not in known:
            yield _("%(place)s.header_row : la ligne %(row)d n’est pas dans file.header.") % {
                "place": place,
                "row": row,
            }


def _pattern_faults(part: Any, place: str) -> Iterator[str]:
    if isinstance(part, Mapping):
        for key, inner in part.items():
            inner_place = f"{place}.{key}".lstrip(".")
            if key in ("pattern", "matches", "not_matches", "matching", "skip_matching") and isinstance(inner, str):
                yield from _pattern_sentence(inner, inner_place, groups=int(key == "pattern"))
            else:
                yield from _pattern_faults(inner, inner_place)
    elif isinstance(part, list):
        for number, inner in enumerate(part):
            yield from _pattern_faults(inner, f"{place}.{number}")


def _pattern_sentence(pattern: str, place: str, groups: int) -> Iterator[str]:
    sentences = {
        "too_long": _("%(place)s : le motif dépasse %(limit)d caractères."),
        "invalid": _("%(place)s : le motif « %(pattern)s » n’est pas une expression régulière admise (syntaxe RE2)."),
        "no_group": _("%(place)s : le motif « %(pattern)s » doit avoir un groupe entre parenthèses."),
    }
    if fault := pattern_fault(pattern, groups=groups):
        yield sentences[fault] % {"place": place, "limit": MAX_PATTERN, "pattern": pattern[:80]}


def _rule_faults(raw: Mapping[str, Any]) -> Iterator[str]:
    for number, rule in enumerate(raw.get("filter", [])):
        if len([key for key in FILTERS if key in rule]) != 1:
            yield _("filter.%(number)d : il faut une et une seule de ces clés : %(keys)s.") % {
                "number": number,
                "keys": ", ".join(FILTERS),
            }
    value = raw.get("value", {})
    if "column" in value and "columns" in value:
        yield _("value : « column » et « columns » s’excluent.")
    yield from _bound_faults(raw, value)
    if float(value.get("scale", 1)) == 0:
        yield _("value.scale : le facteur ne peut pas être zéro.")
    if (value.get("decimal"), value.get("thousands")) in ((",", "comma"), (".", "point")):
        yield _("value : la marque décimale et le séparateur de milliers sont les mêmes.")


def _bound_faults(raw: Mapping[str, Any], value: Mapping[str, Any]) -> Iterator[str]:
    """The bounds of a confidence interval stand beside one value: nothing says which of several they would be of."""
    named = [key for key in ("lower", "upper") if key in value]
    if not named:
        return
    if len(named) == 1:
        yield _("value\u00a0: «\u00a0lower\u00a0» et «\u00a0upper\u00a0» vont ensemble.")
    if raw.get("layout", "long") not in ONE_COLUMN or "columns" in value:
        yield _(
            "value\u00a0: «\u00a0lower\u00a0» et «\u00a0upper\u00a0» demandent une seule colonne de valeurs "
            "(layout\u00a0: long)."
        )
    if raw.get("duplicates", "refuse") != "refuse":
        yield _(
            "value\u00a0: «\u00a0lower\u00a0» et «\u00a0upper\u00a0» ne s’additionnent pas\u00a0: "
            "«\u00a0duplicates\u00a0» doit être «\u00a0refuse\u00a0»."
        )

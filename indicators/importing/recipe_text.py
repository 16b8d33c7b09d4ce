"""Recipes as text: safe reading, checks in clear sentences, and writing back."""

import json
import re
from collections.abc import Mapping
from typing import Any

import yaml
from django.utils.translation import gettext as _

from .recipe_checks import recipe_faults, untold_faults
from .recipe_parts import Recipe
from .recipe_shapes import recipe_from
from .recipe_writing import recipe_shape
from .refusals import FileRefused

MAX_CHARACTERS = 200_000
FAULTS_SHOWN = 8


class _PlainLoader(yaml.SafeLoader):
    """YAML without its traps: `no` stays text, 01 keeps its zero, dates stay text, aliases are refused."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        """Refuse an alias, which could make a small text a huge structure."""
        if self.check_event(yaml.events.AliasEvent):
            raise yaml.YAMLError("alias")
        return super().compose_node(parent, index)


_PlainLoader.yaml_implicit_resolvers = {}
_PlainLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"(?:true|false)\Z"), ["t", "f"])
_PlainLoader.add_implicit_resolver(
    "tag:yaml.org,2002:int", re.compile(r"(?:0|-?[1-9][0-9]{0,17})\Z"), list("-0123456789")
)
_PlainLoader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"(?:null|~|)\Z"), ["n", "~", ""])


def load_recipe(source: str | Mapping[str, Any]) -> Recipe:
    """A recipe from YAML or JSON text, or from a mapping already read.

    Raises FileRefused (`recipe_invalid`) with one sentence for each fault, naming its place in the recipe.
    """
    raw = _parsed(source) if isinstance(source, str) else dict(source)
    if faults := recipe_faults(raw):
        raise _refused(" ".join(faults[:FAULTS_SHOWN]))
    return recipe_from(raw)


def dump_recipe(recipe: Recipe) -> str:
    """The recipe as YAML text that `load_recipe` reads back equal; defaults are left out."""
    return yaml.safe_dump(recipe_shape(recipe), allow_unicode=True, sort_keys=False, width=120)


def refuse_untold(recipe: Recipe) -> None:
    """Raises FileRefused (`recipe_invalid`) for a recipe whose territory or period nobody has told."""
    if faults := untold_faults(recipe.untold):
        raise _refused(" ".join(faults))


def _parsed(text: str) -> Any:
    if len(text) > MAX_CHARACTERS:
        raise _refused(_("La recette est trop longue : %(limit)d caractères au plus.") % {"limit": MAX_CHARACTERS})
    try:
        return _json_or_yaml(text)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise _refused(_("Ce n’est ni du YAML ni du JSON lisible%(place)s.") % {"place": _place(error)}) from None


def _json_or_yaml(text: str) -> Any:
    if text.lstrip().startswith("{"):
        try:
            return json.loads(text)
        except ValueError:
            pass  # YAML may begin with a brace too
    return yaml.load(text, Loader=_PlainLoader)


def _place(error: Exception) -> str:
    mark = getattr(error, "problem_mark", None)
    line = mark.line + 1 if mark else getattr(error, "lineno", None)
    return _(" (ligne %(line)d)") % {"line": line} if line else ""


def _refused(reason: str) -> FileRefused:
    return FileRefused(
        code="recipe_invalid",
        reason=_("La recette ne peut pas être utilisée. %(faults)s") % {"faults": reason},
        remedy=_("Corrigez la recette ; toutes les clés sont décrites dans docs/recipes.md."),
    )

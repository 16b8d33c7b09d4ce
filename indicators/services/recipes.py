"""Keeping recipes for next year."""

from django.db import IntegrityError, transaction
from django.db.models import Max

from indicators.importing.recipe_writing import recipe_shape
from indicators.importing.recipes import Recipe, refuse_untold
from indicators.models import Indicator, Source, StoredRecipe
from portal.models import User

ATTEMPTS = 5


def keep_recipe(
    *, source: Source, indicator: Indicator | None, name: str, recipe: Recipe, user: User | None
) -> StoredRecipe:
    """The stored recipe of that name with this content; a new version only when it differs from the last one.

    Raises FileRefused for a recipe whose territory or period nobody has told: it could not be replayed.
    """
    refuse_untold(recipe)
    document = recipe_shape(recipe)
    for _attempt in range(ATTEMPTS):
        last = StoredRecipe.objects.filter(source=source, name=name).order_by("-version").first()
        if last and last.document == document and last.indicator == indicator:
            return last
        try:
            return _new_version(source=source, indicator=indicator, name=name, document=document, created_by=user)
        except IntegrityError:
            continue
    raise RuntimeError("Another person keeps saving this recipe at the same moment.")


@transaction.atomic
def _new_version(*, source: Source, name: str, **fields: object) -> StoredRecipe:
    latest = StoredRecipe.objects.filter(source=source, name=name).aggregate(latest=Max("version"))["latest"] or 0
    return StoredRecipe.objects.create(source=source, name=name, version=latest + 1, **fields)


def usual_recipe(*, indicator: Indicator | None, source: Source | None) -> StoredRecipe | None:
    """The last recipe that served for the indicator, else for its source; None when nothing was kept."""
    recipes = StoredRecipe.objects.order_by("-created_at", "-pk")
    if indicator:
        own = recipes.filter(indicator=indicator).first()
        if own:
            return own
        source = source or indicator.source
    return recipes.filter(source=source).first() if source else None

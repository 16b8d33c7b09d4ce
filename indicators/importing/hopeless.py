"""A recipe that is wrong from end to end is refused at once, not told cell by cell: memory and patience are finite."""

from collections.abc import Callable, Sequence

import numpy as np
from django.utils.translation import gettext as _

from portal.formatting import format_number

from .cells import Cells
from .coded import Coded
from .fitting import does_not_fit
from .period_reading import read_period
from .recipes import Recipe
from .territories import Catalogue
from .territory_reading import Resolver

MOST = 100_000
"""Different texts of one kind that nobody could correct one by one; France has 35,000 communes."""
TRIED = 2_000
EXAMPLES = 3


def refuse_wrong_columns(cells: Cells, recipe: Recipe, catalogue: Catalogue) -> None:
    """Raises FileRefused (`recipe_does_not_fit`) when the columns of territories, periods or categories hold something
    else altogether."""
    if not recipe.territory.scheme_column:
        resolver = Resolver(recipe.territory, catalogue)
        reason = _("%(count)s territoires différents ne sont pas dans le référentiel, par exemple %(examples)s.")
        refuse_hopeless(_used(cells.territory), lambda text: not resolver.resolve(text).trouble, reason)
    reason = _("%(count)s périodes différentes ne se lisent pas, par exemple %(examples)s.")
    refuse_hopeless(_used(cells.period), lambda text: read_period(text, recipe.period)[0] is not None, reason)
    for texts in cells.breakdowns:
        reason = _("une ventilation aurait %(count)s catégories, par exemple %(examples)s.")
        refuse_hopeless(_used(texts), lambda text: False, reason)


def refuse_hopeless(texts: Sequence[str], is_read: Callable[[str], bool], reason: str) -> None:
    """Raises FileRefused when, of many different texts, more than `MOST` would be in trouble, judging by a sample
    spread over them. `reason` is a sentence with `count` (rounded) and `examples`."""
    if len(texts) <= MOST:
        return
    sample = texts[:: max(1, len(texts) // TRIED)]
    wrong = [text for text in sample if text and not is_read(text)]
    expected = len(wrong) * len(texts) // len(sample)
    if expected > MOST:
        shown = ", ".join(_("« %(text)s »") % {"text": text[:40]} for text in wrong[:EXAMPLES])
        raise does_not_fit(reason % {"count": format_number(round(expected, -3)), "examples": shown})


def _used(coded: Coded) -> list[str]:
    """The texts of the cells that are read: those of rows that a filter leaves out still stand in the list."""
    if len(coded.texts) <= MOST:
        return coded.texts
    return [coded.texts[place] for place in np.unique(coded.codes).tolist()]

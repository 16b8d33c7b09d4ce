"""Does a recipe that served before still read the file well, beyond its columns being there?"""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from indicators.importing.observations import Reading
from indicators.importing.problems import BLOCKING
from indicators.importing.recipes import Recipe
from portal.formatting import format_number, quoted

EXAMPLES = 3
UTF8 = ("", "utf-8", "utf-8-sig", "ascii")


def misread_bytes(content: bytes, recipe: Recipe) -> str:
    """A single-byte encoding never fails: it garbles a file that is now UTF-8. "" when nothing is amiss."""
    told = recipe.file.encoding.lower()
    if told in UTF8 or "16" in told or content.isascii():
        return ""
    try:
        content.decode()
    except UnicodeDecodeError:
        return ""
    return _("La recette lit en %(told)s un fichier qui est maintenant en UTF-8.") % {"told": told}


def misread_cells(reading: Reading) -> str:
    """The sentence about the cells that block, when they are most of the file; else ""."""
    blocking = [problem for problem in reading.problems if problem.severity == BLOCKING]
    count = sum(problem.count for problem in blocking)
    if count <= len(reading.table):
        return ""
    shown = ", ".join(quoted(problem.cell) for problem in blocking[:EXAMPLES])
    words = ngettext(
        "%(count)s case ne se lit pas, par exemple %(examples)s.",
        "%(count)s cases ne se lisent pas, par exemple %(examples)s.",
        count,
    )
    return words % {"count": format_number(count), "examples": shown}

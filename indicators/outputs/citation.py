"""How to cite a figure: producer, title, territory, release, day, and the address where this release stays."""

import re
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from indicators.outputs import facts
from indicators.selectors import IndicatorPage
from portal.branding import Branding
from portal.formatting import quoted, typographic

_SPECIAL = re.compile(r"[\\{}$&%#_~^]")
_WRITTEN = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""Names of months that every BibTeX style knows."""


def citation(page: IndicatorPage, site: Branding) -> str:
    """One sentence to paste under a text; the day of consultation is left to who pastes it."""
    words = {
        "producer": page.indicator.source.producer,
        "source": page.indicator.source.name,
        "title": quoted(page.indicator.title),
        "place": page.reading.name if page.reading else site.territory_name,
        "site": f"{site.site_name}, {site.territory_name}",
        "release": _lowered(facts.release_words(page)),
        "address": facts.version_address(page),
    }
    pattern = _(
        "%(producer)s, %(source)s. %(title)s, %(place)s. %(site)s, %(release)s. %(address)s "
        "(consulté le [date de consultation])."
    )
    return typographic(pattern % words)


def bibtex(page: IndicatorPage, site: Branding) -> str:
    """The same as an entry for bibliography software."""
    day = _here(facts.released_at(page))
    place = page.reading.name if page.reading else site.territory_name
    fields = {
        "author": f"{{{_written(page.indicator.source.producer)}}}",
        "title": f"{{{_written(page.indicator.title)}, {_written(place)}}}",
        "howpublished": _written(f"{site.site_name}, {site.territory_name}"),
        "note": _written(f"{facts.release_words(page)}. {facts.source_words(page)}"),
        "version": str(page.release.number),
        "year": str(day.year),
        "url": facts.version_address(page),
        "urldate": _("AAAA-MM-JJ"),
    }
    lines = [f"  {name} = {{{text}}}," for name, text in fields.items()]
    month = f"  month = {_MONTHS[day.month - 1]},"
    return "\n".join([f"@misc{{{_key(page)},", *lines, month, "}"])


def _key(page: IndicatorPage) -> str:
    return re.sub(r"[^A-Za-z0-9-]", "-", f"{page.indicator.code}-v{page.release.number}")


def _written(text: str) -> str:
    return _SPECIAL.sub(lambda sign: _WRITTEN.get(sign[0], "\\" + sign[0]), text)


def _here(moment: datetime) -> datetime:
    return timezone.localtime(moment)


def _lowered(words: str) -> str:
    return words[:1].lower() + words[1:]

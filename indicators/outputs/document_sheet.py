"""The technical sheet and the list of versions as pairs of words, in the order of the page."""

from django.utils.translation import gettext as _

from indicators.models import Indicator
from indicators.selectors import IndicatorPage
from indicators.selectors.versions import Version
from indicators.states import is_late
from portal.formatting import format_date, typographic


def sheet_rows(page: IndicatorPage) -> list[tuple[str, str]]:
    """What the figure is, label and words; what is not filled in is left out."""
    indicator, source = page.indicator, page.indicator.source
    reading = f"{page.reading.name} ({page.reading.get_level_display()})" if page.reading else ""
    rows = [
        (_("Définition"), indicator.definition),
        (_("Champ"), indicator.scope),
        (_("Lu sur"), reading),
        (_("Cibles des ODD"), ", ".join(target.code for target in page.targets)),
        (_("Objectif"), indicator.target_origin),
        (_("Source"), f"{source.producer}, {source.name}"),
        (_("Licence"), " ".join(filter(None, [source.licence, source.licence_url]))),
        (_("Rythme"), _rhythm(page)),
        (_("Responsable"), str(indicator.department.name)),
    ]
    return [(label, typographic(words)) for label, words in rows if words]


def version_rows(page: IndicatorPage) -> list[tuple[str, str]]:
    """Day and public note of each version, the latest first."""
    return [(_day(version), _note(version)) for version in page.versions]


def commentary_sentences(indicator: Indicator) -> list[str]:
    """The paragraphs of the commentary, then who wrote it and when."""
    day = format_date(indicator.commentary_date) if indicator.commentary_date else ""
    signed = ", ".join(filter(None, [indicator.commentary_author, day]))
    paragraphs = [*indicator.commentary.splitlines(), signed]
    return [typographic(words) for words in paragraphs if words.strip()]


def _rhythm(page: IndicatorPage) -> str:
    words = str(page.indicator.get_frequency_display())
    words = f"{words[:1].upper()}{words[1:]}."
    expected = page.indicator.source.next_expected
    if expected is None:
        return words
    if is_late(expected):
        return f"{words} " + _("Mise à jour attendue le %(day)s, en retard.") % {"day": format_date(expected)}
    return f"{words} " + _("Prochaine mise à jour\u00a0: %(day)s.") % {"day": format_date(expected)}


def _day(version: Version) -> str:
    return format_date(version.published_at) if version.published_at else ""


def _note(version: Version) -> str:
    first = _("Première mise en ligne.") if version.number == 1 else _("Mise à jour des chiffres.")
    kinds = ((version.is_correction, _("Correction.")), (version.is_withdrawn, _("Retirée.")))
    number = _("Version %(number)s.") % {"number": version.number}
    return " ".join([number, *(words for holds, words in kinds if holds), typographic(version.note) or first])

"""The words and drawings of a figure in a page."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from indicators.blocks.questions import Wanted
from indicators.blocks.resolving import Figure, Figures
from indicators.selectors.drawing import chart_points
from indicators.selectors.rows import Row
from indicators.selectors.units import is_amount
from indicators.wording.sentence import short_figure, unit_and_period
from indicators.wording.verdicts import trend_word
from portal.charts import Sparkline, sparkline
from portal.formatting import format_date, labelled


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a figure comes from: addresses, producer, date, and whether it follows its indicator."""

    address: str
    current: str
    csv: str
    producer: str
    source: str
    day: str
    is_frozen: bool
    is_current: bool


@dataclass(frozen=True, slots=True)
class FigureWords:
    """A figure ready to be written, with all that a figure is never shown without."""

    title: str
    value: str
    about: str
    place: str
    comparison: str
    word: str
    sign: str
    is_fragile: bool
    line: Sparkline | None
    origin: Origin


@dataclass(frozen=True, slots=True)
class Gone:
    """What stands in the place of a figure that is not public any more."""

    sentence: str
    current: str = ""


def origin_of(figure: Figure) -> Origin:
    """Addresses and dates of the release that is shown."""
    slug, number = figure.indicator.slug, figure.release.number
    current = reverse("indicators:detail", args=[slug])
    frozen = figure.is_frozen
    return Origin(
        address=reverse("indicators:version", args=[slug, number]) if frozen else current,
        current=current,
        csv=reverse("indicators:version_csv", args=[slug, number])
        if frozen
        else reverse("indicators:csv", args=[slug]),
        producer=figure.indicator.source.producer,
        source=figure.indicator.source.name,
        day=format_date(figure.dated) if figure.dated else "",
        is_frozen=frozen,
        is_current=figure.is_current,
    )


def figure_words(figure: Figure) -> FigureWords | None:
    """The words of a figure; None when none of its territories has a value."""
    row = figure.latest
    if row is None or figure.reading is None:
        return None
    word, sign = trend_word(figure.judgement, figure.release)
    return FigureWords(
        title=figure.indicator.title,
        value=short_figure(figure.indicator, row),
        about=unit_and_period(figure.indicator, row),
        place=figure.reading.name,
        comparison=comparison(figure, row),
        word=word,
        sign=sign,
        is_fragile=figure.judgement.is_fragile,
        line=sparkline(chart_points(figure.rows)),
        origin=origin_of(figure),
    )


def comparison(figure: Figure, latest: Row) -> str:
    """« France : 4,1 » for the same period; empty for an amount, or where the reference has no value."""
    if figure.reference is None or is_amount(figure.indicator):
        return ""
    same = [row for row in figure.rows_of(figure.reference.pk) if row.period == latest.period]
    values = [short_figure(figure.indicator, row) for row in same if row.value is not None]
    return labelled(figure.reference.name, values[0]) if values else ""


def gone(figures: Figures, wanted: Wanted | None) -> Gone:
    """Why there is nothing to show: the indicator, or the release that the page was frozen to, was withdrawn."""
    indicator = figures.published.get(wanted.key) if wanted else None
    if indicator is None:
        return Gone(_("Ce chiffre n’est plus publié."))
    current = reverse("indicators:detail", args=[indicator.slug])
    if wanted and wanted.version is not None and wanted not in figures.by_wanted:
        return Gone(_("La version de ce chiffre qui était citée ici a été retirée."), current)
    return Gone(_("Aucun des territoires suivis n’a de valeur pour cet indicateur."), current)

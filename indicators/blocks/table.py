"""A small table of figures: indicators down, territories across, each cell with its period."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from indicators.blocks.choosers import PublishedIndicatorChooserBlock, TerritoryChooserBlock
from indicators.blocks.previews import first_published
from indicators.blocks.questions import Question, Wanted
from indicators.blocks.resolving import Figure
from indicators.blocks.source import figures_for, not_published
from indicators.models import Indicator, Territory
from indicators.selectors.rows import Row
from indicators.wording.table import Mark, marks_of
from portal.formatting import clauses, format_date, format_number, format_period


@dataclass(frozen=True, slots=True)
class Cell:
    """A value, or the marks that say why there is none."""

    text: str
    marks: list[Mark]


@dataclass(frozen=True, slots=True)
class Line:
    """An indicator with its values for one period, the last that one of the territories has."""

    title: str
    address: str
    about: str
    cells: list[Cell]
    source: str


def preview() -> dict[str, Any]:
    """The indicator published last, where it is read."""
    indicator = first_published()
    place = Territory.objects.filter(is_focus=True).first()
    return {
        "title": _now("Le territoire en quelques chiffres"),
        "indicators": [indicator] if indicator else [],
        "territories": [place] if place else [],
    }


class FigureTableBlock(blocks.StructBlock):
    """The latest values of a few indicators for a few territories; it follows the updates."""

    title = blocks.CharBlock(label=_("Titre"), max_length=120)
    indicators = blocks.ListBlock(
        PublishedIndicatorChooserBlock(), label=_("Indicateurs"), default=[], min_num=1, max_num=8
    )
    territories = blocks.ListBlock(TerritoryChooserBlock(), label=_("Territoires"), default=[], min_num=1, max_num=4)

    class Meta:
        label = _("Tableau de chiffres")
        icon = "table"
        template = "indicators/blocks/figure_table.html"
        description = _("Quelques indicateurs pour quelques territoires, toujours à jour.")
        label_format = "{title}"
        preview_value = staticmethod(preview)

    def clean(self, value: Any) -> Any:
        """On submission, refuse an indicator that is not published any more."""
        cleaned = super().clean(value)
        chosen = {one.pk for one in cleaned["indicators"] if one}
        published = set(Indicator.objects.published().filter(pk__in=chosen).values_list("pk", flat=True))
        hidden = Indicator.objects.filter(pk__in=chosen - published).order_by("pk").first()
        if hidden and not self.is_deferred_validation:
            raise StructBlockValidationError({"indicators": ValidationError(not_published(hidden.title))})
        return cleaned

    def questions(self, value: Any) -> list[Question]:
        """Each indicator at each of the territories."""
        places = tuple(place.pk for place in value["territories"] if place)
        return [Question(Wanted(one.pk), places) for one in value["indicators"] if one]

    def get_context(self, value: Any, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        questions = self.questions(value)
        figures = figures_for(questions, parent_context)
        places = [figures.places[pk] for one in questions[:1] for pk in one.territories if pk in figures.places]
        shown = [figure for one in questions if (figure := figures.get(one.wanted))]
        lines = [_line(figure, places) for figure in shown]
        missing = len(value["indicators"]) - len(shown)
        facts = {
            "lines": lines,
            "places": places,
            "missing": missing,
            "legend": _legend(lines),
            "sources": clauses(dict.fromkeys(line.source for line in lines)),
        }
        return super().get_context(value, parent_context) | facts


def _line(figure: Figure, places: Sequence[Territory]) -> Line:
    indicator = figure.indicator
    known = [row for place in places for row in figure.rows_of(place.pk) if row.value is not None]
    period = max(known, key=lambda row: (row.start, row.period)).period if known else ""
    about = ", ".join(filter(None, [indicator.unit, format_period(period) if period else ""]))
    words = {"source": indicator.source.producer, "day": format_date(figure.dated) if figure.dated else ""}
    return Line(
        title=indicator.title,
        address=reverse("indicators:detail", args=[indicator.slug]),
        about=about,
        cells=[_cell(figure, figure.rows_of(place.pk), period) for place in places],
        source=_now("%(source)s, %(day)s") % words,
    )


def _cell(figure: Figure, rows: Sequence[Row], period: str) -> Cell:
    row = next((row for row in rows if row.period == period), None)
    text = "" if row is None or row.value is None else format_number(row.value, figure.indicator.decimals)
    return Cell(text, marks_of(row))


def _legend(lines: Sequence[Line]) -> list[Mark]:
    return list(dict.fromkeys(mark for line in lines for cell in line.cells for mark in cell.marks))

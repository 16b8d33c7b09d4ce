"""A chart in a page: a title that says something, words for who does not see it, a source line that prints itself."""

from typing import Any

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from indicators.blocks.categories import dimensions_of
from indicators.blocks.chart_drawing import BREAKDOWN, LINE, TERRITORIES, drawn_chart
from indicators.blocks.choosers import TerritoryChooserBlock
from indicators.blocks.previews import first_published
from indicators.blocks.questions import Question
from indicators.blocks.resolving import Figures, resolve
from indicators.blocks.source import LIVE, IndicatorBlock, wanted_of
from indicators.blocks.wording import gone
from indicators.models import Indicator
from portal.blocks.refusals import field_error

MOST_TERRITORIES = 4
_YEAR = {"required": False, "min_value": 1800, "max_value": 2100}


def preview() -> dict[str, Any]:
    """The indicator published last, over time."""
    indicator = first_published()
    return {
        "title": indicator.title if indicator else _now("Titre du graphique"),
        "indicator": indicator,
        "kind": LINE,
        "territories": [],
        "description": indicator.chart_description if indicator else "",
        "freshness": LIVE,
        "version": None,
        "dimension": "",
        "start": None,
        "end": None,
    }


class ChartBlock(IndicatorBlock):
    """Lines over time, or bars by category or by territory."""

    title = blocks.CharBlock(
        label=_("Titre"), max_length=120, help_text=_("Ce que le graphique montre, pas seulement son sujet.")
    )
    kind = blocks.ChoiceBlock(
        label=_("Type"),
        choices=[
            (LINE, _("courbe dans le temps")),
            (BREAKDOWN, _("barres par catégorie")),
            (TERRITORIES, _("barres par territoire")),
        ],
        default=LINE,
    )
    dimension = blocks.CharBlock(
        label=_("Ventilation"),
        max_length=100,
        required=False,
        help_text=_("Pour des barres par catégorie\u00a0: sexe, âge… Vide\u00a0: la première."),
    )
    territories = blocks.ListBlock(
        TerritoryChooserBlock(),
        label=_("Territoires comparés"),
        default=[],
        min_num=0,
        max_num=MOST_TERRITORIES,
        help_text=_("Vide\u00a0: la France, ou le pays. Le territoire de l’observatoire est toujours montré."),
    )
    start = blocks.IntegerBlock(label=_("Depuis l’année"), **_YEAR)
    end = blocks.IntegerBlock(label=_("Jusqu’à l’année"), **_YEAR)
    description = blocks.TextBlock(
        label=_("Description"),
        rows=3,
        max_length=800,
        help_text=_("Ce que l’on voit, en mots, pour qui ne voit pas le graphique."),
    )

    class Meta:
        label = _("Graphique")
        icon = "order"
        template = "indicators/blocks/chart.html"
        description = _("Une courbe ou des barres, avec description, source et données.")
        label_format = "{title}"
        preview_value = staticmethod(preview)
        form_layout = [
            "title",
            "indicator",
            "kind",
            "description",
            "territories",
            "dimension",
            "start",
            "end",
            "freshness",
            "version",
        ]

    def clean(self, value: Any) -> Any:
        """Beyond its fields: years in order, a description proposed when there is none, data for what is chosen."""
        if not self.is_deferred_validation and value["indicator"] and not (value["description"] or "").strip():
            raise field_error("description", _proposal(value["indicator"].pk))
        cleaned = super().clean(value)
        start, end = cleaned["start"], cleaned["end"]
        if start and end and end < start:
            raise field_error("end", _now("La dernière année vient après la première."))
        if not self.is_deferred_validation:
            self.check_data(cleaned)
        return cleaned

    def check_data(self, value: Any) -> None:
        """Refuse what the figures cannot draw: a territory without values, a breakdown that does not exist."""
        (question,) = self.questions(value)
        figures = resolve([question])
        figure = figures.get(question.wanted)
        if figure is None:
            return
        for place in question.territories:
            if not figure.rows_of(place) and place in figures.places:
                name = figures.places[place].name
                raise field_error(
                    "territories", _now("%(place)s n’a pas de valeur pour cet indicateur.") % {"place": name}
                )
        if value["kind"] == TERRITORIES and not question.territories:
            raise field_error("territories", _now("Choisissez au moins un territoire à comparer."))
        if value["kind"] == BREAKDOWN:
            _check_dimension(value["dimension"], dimensions_of(figures.categories.get(question, [])))

    def flaws(self, value: Any) -> list[str]:
        """A chart that says nothing to who does not see it."""
        if (value["description"] or "").strip():
            return []
        return [_now("Décrivez ce que montre le graphique, pour qui ne le voit pas.")]

    def questions(self, value: Any) -> list[Question]:
        if not value["indicator"]:
            return []
        places = tuple(place.pk for place in value["territories"] if place)
        return [Question(wanted_of(value), places, value["kind"] == BREAKDOWN, value["end"])]

    def drawn(self, value: Any, figures: Figures, context: dict[str, Any]) -> dict[str, Any]:
        questions = self.questions(value)
        figure = figures.get(questions[0].wanted) if questions else None
        shown = drawn_chart(value, figure, questions[0], figures) if figure else None
        levels = context.get("heading_levels", {})
        return {
            "shown": shown,
            "gone": None if shown else gone(figures, questions[0].wanted if questions else None),
            "series_id": f"serie-{context.get('id') or 'apercu'}",
            "is_under_heading": levels.get(context.get("id"), 2) > 2,
        }


def _proposal(key: int) -> str:
    """What an editor without words may start from: the description that the sheet of the indicator gives."""
    indicator = Indicator.objects.published().filter(pk=key).first()
    words = indicator.chart_description if indicator else ""
    if not words:
        return _now("Décrivez ce que montre le graphique, pour qui ne le voit pas.")
    return _now("Décrivez ce que montre le graphique. Proposition, à adapter\u00a0: %(words)s") % {"words": words}


def _check_dimension(chosen: str, known: list[str]) -> None:
    if not known:
        raise field_error("kind", _now("Cet indicateur n’a pas de catégories\u00a0: choisissez un autre type."))
    if chosen and chosen not in known:
        words = {"name": chosen, "names": ", ".join(known)}
        raise field_error("dimension", _now("«\u00a0%(name)s\u00a0» n’existe pas ici. Choix\u00a0: %(names)s.") % words)

"""The figure of an indicator in a page: value, unit, period, territory, trend, comparison, source and date."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from indicators.blocks.previews import first_published
from indicators.blocks.resolving import Figures
from indicators.blocks.source import LIVE, IndicatorBlock, wanted_of
from indicators.blocks.wording import figure_words, gone


def preview() -> dict[str, Any]:
    """The figure published last."""
    return {"indicator": first_published(), "freshness": LIVE, "version": None}


class FigureBlock(IndicatorBlock):
    """A figure that follows its indicator, or stays as one release told it."""

    class Meta:
        label = _("Chiffre")
        icon = "tag"
        template = "indicators/blocks/figure.html"
        description = _("La dernière valeur d’un indicateur, avec sa tendance, sa source et sa date.")
        preview_value = staticmethod(preview)

    def drawn(self, value: Any, figures: Figures, context: dict[str, Any]) -> dict[str, Any]:
        wanted = wanted_of(value) if value["indicator"] else None
        figure = figures.get(wanted) if wanted else None
        words = figure_words(figure) if figure else None
        return {"shown": words, "gone": None if words else gone(figures, wanted)}

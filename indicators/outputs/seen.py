"""Which drawing a page shows: the bars of a breakdown or of a ranking, else the lines over time."""

from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from indicators.selectors import IndicatorPage
from indicators.selectors.breakdowns import BreakdownView, shown_breakdown
from indicators.wording.breakdown import breakdown_figure
from indicators.wording.standing import ranking_bars, ranking_heading
from portal.charts import Bar

MOST_VIEWS = 4


@dataclass(frozen=True, slots=True)
class Bars:
    """Rows of one scale under their heading; `about` names the territory, the period and the unit."""

    heading: str
    about: str
    bars: list[Bar]

    @property
    def words(self) -> str:
        """« Par sexe. Nantes Métropole, 2021 (%) »."""
        return ". ".join(filter(None, [self.heading, self.about]))


def bars_seen(page: IndicatorPage) -> Bars | None:
    """The bars that the choices of the page ask for; None when it shows lines."""
    if page.shows_ranking:
        return Bars("", ranking_heading(page), ranking_bars(page))
    return _of_breakdown(page)


def bars_of_every_view(page: IndicatorPage) -> list[Bars]:
    """The bars of each dimension for its last period, the first four dimensions: two queries each."""
    found = [_of_view(page, view) for view in page.views if len(view.names) == 1]
    return [bars for bars in found[:MOST_VIEWS] if bars]


def _of_view(page: IndicatorPage, view: BreakdownView) -> Bars | None:
    if page.reading is None:
        return None
    reference = None if page.is_amount else page.reference
    shown = shown_breakdown(page.release, page.reading, view, reference=reference)
    return _of_breakdown(replace(page, breakdown=shown))


def _of_breakdown(page: IndicatorPage) -> Bars | None:
    figure = breakdown_figure(page)
    if figure is None:
        return None
    about = f"{figure.place}, {figure.about}"
    if figure.reference:
        about = _("%(about)s et %(reference)s (trait)") % {"about": about, "reference": figure.reference}
    return Bars(figure.heading, about, figure.bars)

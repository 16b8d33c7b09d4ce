"""What leaves the page of an indicator besides its figures. Open to everybody; 404 where the licence forbids it."""

from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

from indicators.outputs.chart_image import ZOOM, chart_image
from indicators.outputs.png import png
from indicators.outputs.share_image import share_image
from indicators.selectors import IndicatorPage
from indicators.views.files_made import FORMAT, MadeFile, made_file

CHART_ALONE = "graphique"


def require_redistributable(page: IndicatorPage) -> None:
    """Raises Http404 with a sentence when the licence of the source does not let us pass its figures on."""
    source = page.indicator.source
    if not source.is_redistributable:
        words = _(
            "La licence de cette source ne permet pas de redistribuer ses chiffres. Voyez le producteur\u00a0: %(who)s."
        )
        raise Http404(words % {"who": source.producer})


@made_file
def image(request: HttpRequest, page: IndicatorPage) -> MadeFile:
    """Open to everybody. The picture for social networks; `?format=graphique`, the chart alone."""
    require_redistributable(page)
    if request.GET.get(FORMAT) == CHART_ALONE:
        return MadeFile(png(chart_image(page), zoom=ZOOM), "image/png", "png")
    return MadeFile(png(share_image(page)), "image/png", "png")

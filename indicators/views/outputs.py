"""What leaves the page of an indicator besides its data. Open to everybody, as far as the licence lets."""

from csp.decorators import csp_replace
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.clickjacking import xframe_options_exempt

from indicators.outputs.chart_image import ZOOM, chart_image
from indicators.outputs.document import document_data
from indicators.outputs.pdf import pdf
from indicators.outputs.png import png
from indicators.outputs.share_image import share_image
from indicators.outputs.sharing import CHART_ALONE
from indicators.policies.redistribution import require_redistributable
from indicators.selectors import Choices, IndicatorPage, indicator_page
from indicators.selectors.choices import PARAMETERS
from indicators.views.context import indicator_context
from indicators.views.files_made import FORMAT, MadeFile, made_file
from indicators.views.public import public_indicator, public_release
from portal.branding import branding
from portal.public_pages import generation_of, public_page


@made_file
def image(request: HttpRequest, page: IndicatorPage) -> MadeFile:
    """Open to everybody. The picture for social networks; `?format=graphique`, the chart alone."""
    require_redistributable(page.indicator)
    site = branding(generation=generation_of(request))
    if request.GET.get(FORMAT) == CHART_ALONE:
        return MadeFile(png(chart_image(page, site), zoom=ZOOM), "image/png", "png")
    return MadeFile(png(share_image(page, site)), "image/png", "png")


@made_file
def printed(request: HttpRequest, page: IndicatorPage) -> MadeFile:
    """Open to everybody. Two pages to print: the figure, then what it rests on."""
    require_redistributable(page.indicator)
    return MadeFile(pdf(document_data(page, branding(generation=generation_of(request)))), "application/pdf", "pdf")


@xframe_options_exempt
@csp_replace({"frame-ancestors": ["*"]})
@public_page(*PARAMETERS)
def embedded(request: HttpRequest, slug: str, number: int | None = None) -> HttpResponse:
    """Open to everybody, inside the page of any site: the figure alone, without header, cookie or script."""
    indicator = public_indicator(slug)
    page = indicator_page(indicator, public_release(indicator, number), Choices.from_query(request.GET))
    return render(request, "indicators/embed.html", indicator_context(page))

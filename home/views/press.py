"""The files of the press kit. Nothing of a person is in them; they are the same for everybody."""

from django.http import HttpRequest, HttpResponse
from django.utils.text import slugify

from home.press_pictures import light_png, mark, site_picture
from indicators.outputs.png import png
from portal.branding import branding
from portal.public_pages import generation_of, public_page

DENSE = 3


@public_page()
def mark_svg(request: HttpRequest) -> HttpResponse:
    """Open to everybody. The mark as a drawing that stays sharp at any size."""
    return _file(request, mark().encode(), "image/svg+xml", "signe.svg")


@public_page()
def mark_png(request: HttpRequest) -> HttpResponse:
    """Open to everybody. The mark, 1080 pixels wide, on nothing."""
    return _file(request, png(mark(), zoom=DENSE), "image/png", "signe.png")


@public_page()
def picture(request: HttpRequest) -> HttpResponse:
    """Open to everybody. The picture of the site, 1200 × 630."""
    drawing = site_picture(branding(generation=generation_of(request)))
    return _file(request, light_png(drawing), "image/png", "image.png")


def _file(request: HttpRequest, content: bytes, kind: str, name: str) -> HttpResponse:
    site = slugify(branding(generation=generation_of(request)).site_name)
    headers = {"Content-Disposition": f'inline; filename="{site}-{name}"', "Access-Control-Allow-Origin": "*"}
    return HttpResponse(content, content_type=kind, headers=headers)

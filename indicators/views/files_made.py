"""Files made on demand from what is public: made once per generation, revalidated like the downloads."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from indicators.selectors import Choices, IndicatorPage, indicator_page
from indicators.selectors.choices import PARAMETERS
from indicators.views.public import public_indicator, public_release
from portal.public_pages import ONE_DAY, page_key

FORMAT = "format"


@dataclass(frozen=True, slots=True)
class MadeFile:
    """The bytes of a file, their type, and how its name ends."""

    content: bytes
    kind: str
    suffix: str


Maker = Callable[[HttpRequest, IndicatorPage], MadeFile]


def made_file(make: Maker) -> Callable[..., HttpResponse]:
    """Decorate what makes a file of the page that the same choices show. Open to everybody; 304 to who has it.

    The file without choices, the one that search engines and social networks ask for, is kept until the next
    publication; those of particular choices are made again, so that no address fills the memory.
    """

    @require_safe
    @wraps(make)
    def view(request: HttpRequest, slug: str, number: int | None = None) -> HttpResponse:
        key = page_key(request, (*PARAMETERS, FORMAT))
        etag = f'W/"{key}"'
        known = get_conditional_response(request, etag)
        response = known if known and known.status_code == 304 else _made(make, request, slug, number, key)
        response.headers["ETag"] = etag
        response.headers["Cache-Control"] = "public, no-cache"
        response.headers["Access-Control-Allow-Origin"] = "*"
        return response

    return view


def _made(make: Maker, request: HttpRequest, slug: str, number: int | None, key: str) -> HttpResponse:
    kept = None if settings.DEBUG else cache.get(key)
    if kept is not None:
        return kept
    indicator = public_indicator(slug)
    page = indicator_page(indicator, public_release(indicator, number), Choices.from_query(request.GET))
    file = make(request, page)
    response = HttpResponse(file.content, content_type=file.kind)
    name = f"{indicator.code}-v{page.release.number}.{file.suffix}"
    response.headers["Content-Disposition"] = f'inline; filename="{name}"'
    if not request.GET:
        cache.set(key, response, ONE_DAY)
    return response

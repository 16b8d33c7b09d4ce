"""Public pages: rendered once per generation, the same for everybody, revalidated by browsers and shared caches."""

import hashlib
from collections.abc import Callable
from functools import wraps
from urllib.parse import urlencode

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from portal.generation import current_generation

View = Callable[..., HttpResponse]
ONE_DAY = 86_400
_KEPT_AS = "_generation"


def public_page(*parameters: str) -> Callable[[View], View]:
    """Decorate a view that anybody may read. Only these parameters of the query string change the page.

    The page is kept until the next publication (`renew_generation`), and answers 304 to who already has it. It sets
    no cookie and does not vary by cookie: the view must not look at the session or at the person.
    """

    def decorate(view: View) -> View:
        @require_safe
        @wraps(view)
        def wrapper(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
            key = page_key(request, parameters)
            response = None if settings.DEBUG else cache.get(key)
            if response is None:
                response = view(request, *args, **kwargs)
                if response.status_code == 200:
                    cache.set(key, response, ONE_DAY)
            return shared(request, response, f'W/"{key}"')

        return wrapper

    return decorate


def page_key(request: HttpRequest, parameters: tuple[str, ...]) -> str:
    """One text for a generation, a day, a path and the parameters that count, in a settled order (one query).

    The day, because pages count those of a late update.
    """
    pairs = [(name, value) for name in sorted(parameters) for value in request.GET.getlist(name)]
    text = f"{localdate()} {request.get_host()} {request.path} {urlencode(pairs)}"
    return f"page-{generation_of(request)}-{hashlib.sha256(text.encode()).hexdigest()[:32]}"


def generation_of(request: HttpRequest) -> int:
    """The generation, read once for a request."""
    if not hasattr(request, _KEPT_AS):
        setattr(request, _KEPT_AS, current_generation())
    return int(getattr(request, _KEPT_AS))


def shared(request: HttpRequest, response: HttpResponse, etag: str, last_modified: int | None = None) -> HttpResponse:
    """Let every cache keep the answer and ask again each time: a publication shows within a second."""
    response.headers["Cache-Control"] = "public, no-cache"
    response.headers["ETag"] = etag
    if response.status_code != 200:
        return response
    return get_conditional_response(request, etag, last_modified, response) or response

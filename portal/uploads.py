"""Images that the team uploaded, as pages show them. Documents have Wagtail's own address; source files have none."""

import mimetypes
from pathlib import PurePosixPath

from django.conf import settings
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe
from django.views.static import serve

PUBLIC_FOLDERS = ("images", "original_images")
ONE_YEAR = 31_536_000
mimetypes.add_type("image/avif", ".avif")  # Python 3.11 does not know it
mimetypes.add_type("image/webp", ".webp")


@require_safe
def uploaded_image(request: HttpRequest, name: str) -> HttpResponseBase:
    """Open to everybody: an image below the public folders of the uploads. Everything else is 404.

    The name of a rendition changes with its image, its focal point and its format, so it is kept for a year.
    """
    path = PurePosixPath(name)
    if path.parts[:1] not in [(folder,) for folder in PUBLIC_FOLDERS] or ".." in path.parts:
        raise Http404
    response = serve(request, name, document_root=settings.MEDIA_ROOT)
    response.headers["Cache-Control"] = f"public, max-age={ONE_YEAR}, immutable"
    response.headers["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    return response

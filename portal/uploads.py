"""Images that the team uploaded, as pages show them. Documents have Wagtail's own address; source files have none."""

import mimetypes
from pathlib import PurePosixPath

from django.conf import settings
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe
from django.views.static import serve

PUBLIC_FOLDER, ORIGINALS = "images", "original_images"
ONE_YEAR = 31_536_000
mimetypes.add_type("image/avif", ".avif")  # Python 3.11 does not know it
mimetypes.add_type("image/webp", ".webp")


@require_safe
def uploaded_image(request: HttpRequest, name: str) -> HttpResponseBase:
    """Open to everybody: an image as pages show it. Its original is for who works in the admin. All else is 404.

    An original is heavy, and may show what the framing leaves out. The name of a rendition changes with its
    image, its focal point and its format, so it is kept for a year.
    """
    path = PurePosixPath(name)
    folder = path.parts[0] if path.parts else ""
    if ".." in path.parts or not may_see(request, folder):
        raise Http404
    response = serve(request, name, document_root=settings.MEDIA_ROOT)
    is_public = folder == PUBLIC_FOLDER
    response.headers["Cache-Control"] = f"public, max-age={ONE_YEAR}, immutable" if is_public else "private, no-cache"
    response.headers["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    return response


def may_see(request: HttpRequest, folder: str) -> bool:
    """Whether this person may read that folder of the uploads; nobody is asked for who they are on a public page."""
    return folder == PUBLIC_FOLDER or (folder == ORIGINALS and request.user.has_perm("wagtailadmin.access_admin"))

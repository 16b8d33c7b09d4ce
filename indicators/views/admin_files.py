"""The original file, as it was received."""

from django.http import FileResponse, HttpRequest
from django.shortcuts import get_object_or_404
from wagtail.log_actions import log

from indicators.log_actions import DOWNLOAD
from indicators.permissions import visible_uploads


def download(request: HttpRequest, pk: int) -> FileResponse:
    """For those who may see the upload (its department, its reviewers); 404 for the others. Logged."""
    upload = get_object_or_404(visible_uploads(request.user), pk=pk)
    log(upload, DOWNLOAD, user=request.user, data={"sha256": upload.sha256})
    response = FileResponse(
        upload.file.open("rb"),
        as_attachment=True,
        filename=upload.original_name,
        content_type="application/octet-stream",
    )
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response.headers["Cache-Control"] = "private, no-store"
    return response

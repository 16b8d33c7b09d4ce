"""Who may come in: people who import figures, for the indicators and the files of their own departments."""

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import Http404
from wagtail.permissions import policy_registry

from indicators.models import Indicator, Release, Upload
from indicators.permissions import importable_indicators, visible_releases, visible_uploads
from indicators.states import with_date, with_review
from portal.models import User

Person = User | AnonymousUser

UPLOAD_PARTS = ("indicator__source", "indicator__department", "uploaded_by", "recipe")
RELEASE_PARTS = (
    "indicator__source",
    "indicator__department",
    "created_by",
    "provenance__upload",
    "provenance__recipe",
    "publication",
)


def may_import(user: Person) -> bool:
    """Data officers and the platform team."""
    return policy_registry.get_by_type(Indicator).user_has_permission(user, "import")


def require_import(user: Person) -> None:
    """Raises PermissionDenied for those who import nothing."""
    if not may_import(user):
        raise PermissionDenied


def indicator_for(user: Person, code: str) -> Indicator | None:
    """One of the indicators that this person may update; None for any other code."""
    found = importable_indicators(user).filter(code=code) if code else Indicator.objects.none()
    return found.select_related("source", "department").first()


def upload_for(user: Person, pk: int) -> Upload:
    """The file, for those who may work on it. Raises PermissionDenied, or Http404: a file of others does not exist."""
    require_import(user)
    upload = visible_uploads(user).filter(pk=pk).select_related(*UPLOAD_PARTS).first()
    if upload is None:
        raise Http404
    return upload


def release_for(user: Person, pk: int) -> Release:
    """The update, for those who may read it. Raises Http404 for any other."""
    rows = visible_releases(user).filter(pk=pk).select_related(*RELEASE_PARTS)
    release = with_date(with_review(rows)).first()
    if release is None or not hasattr(release, "provenance"):
        raise Http404
    return release

"""What a person may put into a bundle: what they may change and is not online as it now is."""

from typing import Any

from django.db.models import Q
from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy

from portal.bundles import bundle_of
from portal.slots import BUNDLE_CANDIDATES

MOST_PAGES = 100


def candidates(user: Any) -> list[Any]:
    """Pages with changes that are not online, the latest first, then what other applications offer."""
    editable = PagePermissionPolicy().instances_user_has_permission_for(user, "change")
    pages = editable.filter(Q(has_unpublished_changes=True) | Q(live=False), depth__gt=1, alias_of__isnull=True)
    latest = pages.order_by("-latest_revision_created_at").specific()[:MOST_PAGES]
    return [subject for subject in [*latest, *BUNDLE_CANDIDATES.gather(user)] if bundle_of(subject) is None]


def candidate_key(subject: Any) -> str:
    """How a candidate is named in a form: `wagtailcore.page-12`, `indicators.release-3`."""
    model = Page if isinstance(subject, Page) else type(subject)
    return f"{model._meta.label_lower}-{subject.pk}"

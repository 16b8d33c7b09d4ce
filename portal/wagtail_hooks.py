"""What the kernel adds to Wagtail's admin."""

from typing import Any

from django.urls import URLPattern, URLResolver, include, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from portal.content_checks.editor import tell_warnings, use_editor_checks
from portal.localisation.buttons import translate_buttons
from portal.viewsets import DepartmentViewSet, TermViewSet

register_snippet(TermViewSet)


@hooks.register("register_admin_viewset")
def departments() -> DepartmentViewSet:
    """Departments, in the settings."""
    return DepartmentViewSet("departments")


@hooks.register("register_log_actions")
def log_actions(actions: Any) -> None:
    """What the log can say beside Wagtail's own actions."""
    actions.register_action("portal.unscheduled", _("Date annulée"), _("La publication prévue n’a pas pu avoir lieu"))


hooks.register("register_page_header_buttons", translate_buttons)
hooks.register("register_page_listing_more_buttons", translate_buttons)


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern | URLResolver]:
    """Translations."""
    return [path("traductions/", include("portal.localisation.urls"))]


hooks.register("after_create_page", tell_warnings)
hooks.register("after_edit_page", tell_warnings)
hooks.register("construct_wagtail_userbar", use_editor_checks)

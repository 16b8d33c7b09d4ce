"""What the kernel adds to Wagtail's admin."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.snippets.models import register_snippet

from portal.bundle_screens.viewsets import BundleViewSet, PreviewTeamViewSet
from portal.content_checks.editor import tell_warnings, use_editor_checks
from portal.guide import guide, guide_picture
from portal.localisation.buttons import translate_buttons
from portal.viewsets import DepartmentViewSet, TermViewSet

register_snippet(TermViewSet)


@hooks.register("register_admin_viewset")
def departments() -> DepartmentViewSet:
    """Departments, in the settings."""
    return DepartmentViewSet("departments")


@hooks.register("register_admin_viewset")
def bundles() -> list[ModelViewSet]:
    """Bundles and the teams that read them beforehand."""
    return [BundleViewSet("bundles"), PreviewTeamViewSet("preview_teams")]


@hooks.register("register_log_actions")
def log_actions(actions: Any) -> None:
    """What the log can say beside Wagtail's own actions."""
    actions.register_action("portal.unscheduled", _("Date annulée"), _("La publication prévue n’a pas pu avoir lieu"))
    actions.register_action("portal.bundle_published", _("Lot mis en ligne"), _("Tout le lot est en ligne"))
    actions.register_action("portal.bundle_cancelled", _("Lot abandonné"), _("Le lot est abandonné"))


hooks.register("register_page_header_buttons", translate_buttons)
hooks.register("register_page_listing_more_buttons", translate_buttons)


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern | URLResolver]:
    """Translations, bundles, the guide."""
    return [
        path("traductions/", include("portal.localisation.urls")),
        path("lots/", include("portal.bundle_screens.urls")),
        path("guide/", guide, name="guide"),
        path("guide/<str:name>", guide_picture, name="guide_picture"),
    ]


hooks.register("after_create_page", tell_warnings)
hooks.register("after_edit_page", tell_warnings)
hooks.register("construct_wagtail_userbar", use_editor_checks)


@hooks.register("register_help_menu_item")
def guide_item() -> MenuItem:
    """« Guide de rédaction »."""
    return MenuItem(_("Guide de rédaction"), reverse_lazy("guide"), name="guide-redaction", icon_name="help", order=10)


@hooks.register("construct_help_menu")
def only_our_help(request: HttpRequest, items: list[MenuItem]) -> None:
    """Wagtail's own news and guide speak English, of a product that editors do not see."""
    items[:] = [item for item in items if item.name != "editor-guide" and not item.name.startswith("whats-new")]

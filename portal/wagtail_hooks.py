"""What the kernel adds to Wagtail's admin."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.action_menu import ActionMenuItem, PublishMenuItem

from portal.viewsets import DepartmentViewSet


@hooks.register("register_admin_viewset")
def departments() -> DepartmentViewSet:
    """Departments, in the settings."""
    return DepartmentViewSet("departments")


@hooks.register("register_log_actions")
def log_actions(actions: Any) -> None:
    """What the log can say beside Wagtail's own actions."""
    actions.register_action("portal.unscheduled", _("Date annulée"), _("La publication prévue n’a pas pu avoir lieu"))


@hooks.register("construct_page_action_menu")
def no_publish_button(items: list[ActionMenuItem], request: HttpRequest, context: dict[str, Any]) -> None:
    """The review publishes: the form of a page has no button for it, not even for a superuser."""
    items[:] = [item for item in items if not isinstance(item, PublishMenuItem)]

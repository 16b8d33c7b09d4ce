"""What the figures add to Wagtail's admin."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.urls import URLPattern, URLResolver
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.admin.viewsets.base import ViewSet
from wagtail.snippets.action_menu import ActionMenuItem, PublishMenuItem, UnpublishMenuItem
from wagtail.snippets.bulk_actions.delete import DeleteBulkAction
from wagtail.snippets.models import register_snippet

from indicators.admin_urls import urlpatterns
from indicators.assistant import hooks as assistant_hooks  # noqa: F401
from indicators.blocks import hooks as block_hooks  # noqa: F401
from indicators.dashboard import with_front_page
from indicators.log_actions import register_actions
from indicators.menu import figures_menu
from indicators.models import FigureLogEntry, Indicator, Release, StoredRecipe, Upload
from indicators.observation_browser import register_browser
from indicators.viewsets import SNIPPETS, TABLES
from portal.models import Reviewed

for snippet in SNIPPETS:
    register_snippet(snippet)
register_browser()


@hooks.register("register_admin_viewset")
def tables() -> list[ViewSet]:
    """Lists and forms of the catalogue."""
    return list(TABLES)


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern | URLResolver]:
    """Files and exchanges."""
    return urlpatterns


@hooks.register("register_admin_menu_item")
def menu() -> MenuItem:
    """« Chiffres »."""
    return figures_menu()


@hooks.register("construct_homepage_panels")
def panels(request: HttpRequest, shown: list[Component]) -> None:
    """What waits for this person."""
    with_front_page(shown)


@hooks.register("construct_snippet_action_menu")
def no_publish_button(items: list[ActionMenuItem], request: HttpRequest, context: dict[str, Any]) -> None:
    """The review publishes: the form of a reviewed model has no button for it, not even for a superuser."""
    if issubclass(context["model"], Reviewed):
        items[:] = [item for item in items if not isinstance(item, (PublishMenuItem, UnpublishMenuItem))]


@hooks.register("register_bulk_action", order=1000)
class ClosedBulkDelete(DeleteBulkAction):
    """Indicators and releases are never deleted, several at once no more than one by one."""

    models = [Indicator, Release]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        raise PermissionDenied


@hooks.register("register_log_actions")
def log_actions(actions: Any) -> None:
    """What the log of the figures can say beside Wagtail's own actions, and where it is kept."""
    register_actions(actions)
    for model in (Indicator, Release, StoredRecipe, Upload):
        actions.register_model(model, FigureLogEntry)

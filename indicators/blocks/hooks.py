"""What the blocks add to Wagtail's admin."""

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail.admin.viewsets.base import ViewSet

from indicators.blocks.choosers import indicator_chooser, territory_chooser


@hooks.register("register_admin_viewset")
def choosers() -> list[ViewSet]:
    """Published indicators, territories with figures."""
    return [indicator_chooser, territory_chooser]


@hooks.register("insert_global_admin_css")
def editor_styles() -> SafeString:
    """Our parts of the page editor."""
    return format_html('<link rel="stylesheet" href="{}">', static("portal/editor.css"))


@hooks.register("insert_editor_js")
def places() -> SafeString:
    """The list and the buttons beside a text with figures."""
    return format_html('<script type="module" src="{}"></script>', static("portal/editor.js"))

"""« Traduire en anglais » beside the actions of a page."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.widgets.button import Button
from wagtail.models import Locale, Page

from .drafting import translation_of


def translate_buttons(page: Page, user: Any, view_name: Any = None, next_url: Any = None) -> Iterator[Button]:
    """One button for each other language, on an original that the person may edit."""
    if page.is_root() or not page.permissions_for_user(user).can_edit() or translation_of(page) is not None:
        return
    for locale in Locale.objects.exclude(pk=page.locale_id):
        yield Button(
            _("Traduire\u00a0: %(language)s") % {"language": locale.get_display_name()},
            reverse("localisation:start", args=[page.pk, locale.language_code]),
            icon_name="globe",
            priority=60,
        )

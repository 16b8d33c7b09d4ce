"""What an editor begins from the front page of the admin."""

from collections.abc import Iterator

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from portal.dashboard import Shortcut
from portal.models import User
from sdg_pages.models import ArticleIndexPage


def article_shortcuts(user: User) -> Iterator[Shortcut]:
    """« Nouvel article », in the first language of the site, for whoever may write there (two queries)."""
    index = ArticleIndexPage.objects.filter(locale__language_code=settings.LANGUAGE_CODE).first()
    if index is not None and index.permissions_for_user(user).can_add_subpage():
        address = reverse("wagtailadmin_pages:add", args=["sdg_pages", "articlepage", index.pk])
        yield Shortcut(_("Nouvel article"), address)

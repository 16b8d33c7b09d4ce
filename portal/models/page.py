"""The base of every page of the site."""

from collections.abc import Collection
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import MultiFieldPanel
from wagtail.models import Page
from wagtail_localize.fields import SynchronizedField

from portal.content_checks.forms import CheckedPageForm
from portal.public_pages import public_page
from portal.review import NOT_REVIEWED_CONTENT, NotReviewed

from .page_permissions import REVIEW_PAGES, ReviewedPagePermissions
from .review import ReviewedContent

OUTSIDE_THE_CONTENT = NOT_REVIEWED_CONTENT | {
    "alias_of",
    "content_type",
    "depth",
    "draft_title",
    "latest_revision_created_at",
    "locale",
    "numchild",
    "owner",
    "path",
    "translation_key",
    "url_path",
}
"""What may change on the row of an online page without a review: where it stands, not what it says."""


class BasePage(ReviewedContent, Page):
    """A page that a second person has read before it goes online, and that is rendered once per generation.

    Abstract, because a swapped page model cannot be undone.
    """

    base_form_class = CheckedPageForm
    private_page_options: list[str] = []
    override_translatable_fields = [SynchronizedField("slug", overridable=False)]
    promote_panels = [
        MultiFieldPanel(["slug", "seo_title", "search_description"], heading=_("Référencement")),
        MultiFieldPanel(["show_in_menus"], heading=_("Menu du site")),
    ]

    class Meta:
        abstract = True

    def serve(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        """The page as everybody sees it, from the cache when it can; a preview is always made anew."""
        if getattr(request, "is_preview", False):
            return super().serve(request, *args, **kwargs)
        return public_page()(self.rendered)(request, *args, **kwargs)

    def rendered(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        """The response with its template already filled in, as the cache needs it."""
        response = super().serve(request, *args, **kwargs)
        return response.render() if hasattr(response, "render") else response

    def save(self, clean: bool = True, user: Any = None, log_action: Any = False, **kwargs: Any) -> None:
        """Raises NotReviewed when that would put online, or rewrite online, what nobody else has read."""
        if self.rewrites_what_is_online(kwargs.get("update_fields")):
            raise NotReviewed
        super().save(clean=clean, user=user, log_action=log_action, **kwargs)

    def rewrites_what_is_online(self, update_fields: Collection[str] | None) -> bool:
        """Would saving change the text that the public reads, other than by putting a reviewed revision online?"""
        if not self.live or self._state.adding or (self.alias_of_id and self.alias_of.live):
            return False
        stored = type(self)._default_manager.filter(pk=self.pk).first()
        if stored is None or not stored.live or stored.live_revision_id != self.live_revision_id:
            return False
        former, own = content_of(stored), content_of(self)
        return any(former.get(key) != own.get(key) for key in (update_fields or own) if key in own)

    def permissions_for_user(self, user: Any) -> ReviewedPagePermissions:
        return ReviewedPagePermissions(user, self)

    def goes_live(self, update_fields: Any) -> bool:
        """An alias shows what its original does, which has been reviewed."""
        if self.alias_of_id and self.alias_of.live:
            return False
        return super().goes_live(update_fields)

    def unpublish(self, set_expired: bool = False, **options: Any) -> Any:
        """Wagtail asks for the right to take a page offline; nobody's second eyes are needed to say less."""
        return Page.unpublish(self, set_expired=set_expired, **options)

    def copy(self, *args: Any, **options: Any) -> Any:
        """A copy is a draft: what was read at one address has not been read at another."""
        return super().copy(*args, **options | {"keep_live": False})

    def may_be_reviewed_by(self, user: Any) -> bool:
        """Has this person the right to review pages?"""
        return user.is_active and user.has_perm(REVIEW_PAGES)

    def review_basis(self) -> str:
        """The revision that is online: when another one takes its place, the reading is to be done again."""
        stored = type(self)._default_manager.filter(pk=self.pk).values_list("live_revision_id", flat=True).first()
        return str(stored or "")


def content_of(page: BasePage) -> dict[str, Any]:
    """What a page says, as a revision would keep it."""
    return {key: value for key, value in page.serializable_data().items() if key not in OUTSIDE_THE_CONTENT}

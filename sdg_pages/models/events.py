"""Events with their dates."""

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldRowPanel, MultiFieldPanel

from portal.models.page import BasePage
from sdg_pages.wording.moments import when

from .tagged import TaggedPage


class EventPage(TaggedPage):
    """A meeting, a training day, a visit."""

    starts_at = models.DateTimeField(_("début"))
    ends_at = models.DateTimeField(_("fin"), null=True, blank=True)
    place = models.CharField(_("lieu"), max_length=200, blank=True)
    is_online = models.BooleanField(_("à distance"), default=False)
    link = models.URLField(_("inscription"), max_length=400, blank=True)

    content_panels = [
        *BasePage.content_panels,
        "summary",
        MultiFieldPanel(
            [FieldRowPanel(["starts_at", "ends_at"]), "place", "is_online", "link"], heading=_("Date et lieu")
        ),
        *TaggedPage.body_panels,
        *TaggedPage.tag_panels,
    ]
    template = "sdg_pages/event_page.html"

    class Meta:
        verbose_name = _("événement")
        verbose_name_plural = _("événements")

    def clean(self) -> None:
        super().clean()
        if self.starts_at and self.ends_at and self.ends_at < self.starts_at:
            raise ValidationError({"ends_at": _("La fin vient après le début.")})

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict[str, object]:
        """With its date in words."""
        return super().get_context(request, *args, **kwargs) | {"when": when(self.starts_at, self.ends_at)}

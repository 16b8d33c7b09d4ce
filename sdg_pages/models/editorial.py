"""What every page written by the team has: a body made of blocks, a signature, notices of correction."""

from typing import ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import MultiFieldPanel

from indicators.blocks.resolving import resolve_stream
from portal.models.page import BasePage
from portal.stream_fields import BlocksField
from sdg_pages.blocks import BodyBlock


class CorrectionBlock(blocks.StructBlock):
    """What was wrong and since when it is right; a correction is never taken away."""

    date = blocks.DateBlock(label=_("Date"))
    text = blocks.TextBlock(label=_("Ce qui a été corrigé"), rows=2)

    class Meta:
        label = _("Correction")
        icon = "warning"


class EditorialPage(BasePage):
    """Abstract: a page with a body."""

    body = BlocksField(BodyBlock(), verbose_name=_("contenu"), blank=True)
    signed_by = models.CharField(
        _("signature"), max_length=160, blank=True, help_text=_("Qui a écrit : une équipe ou des personnes.")
    )
    corrections = BlocksField([("correction", CorrectionBlock())], verbose_name=_("corrections"), blank=True)

    body_panels: ClassVar = [
        "body",
        MultiFieldPanel(["signed_by", "corrections"], heading=_("Signature et corrections"), classname="collapsed"),
    ]

    class Meta:
        abstract = True

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict[str, object]:
        """The page with the figures of all its blocks, read together (at most seven queries, none without figures)."""
        return super().get_context(request, *args, **kwargs) | {"figures": resolve_stream(self.body)}

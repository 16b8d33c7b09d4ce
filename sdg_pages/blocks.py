"""The body of every editorial page: all the blocks, grouped as an editor looks for them."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import StreamBlock

from company_survey.blocks import ContributionBlock
from indicators.blocks.call_to_action import CallToActionBlock
from indicators.blocks.chart import ChartBlock
from indicators.blocks.figure import FigureBlock
from indicators.blocks.inline import SentenceBlock
from indicators.blocks.resolving import resolve_stream
from indicators.blocks.table import FigureTableBlock
from portal.blocks.definition import DefinitionBlock
from portal.blocks.links import ResourceListBlock
from portal.blocks.media import FileBlock, PictureBlock, VideoLinkBlock
from portal.blocks.quote import QuoteBlock
from portal.blocks.table import TableBlock
from portal.blocks.text import H2, CallOutBlock, HeadingBlock, KeyMessageBlock, ParagraphBlock

TEXT, FIGURES, MEDIA, COMPANIES = _("Texte"), _("Chiffres"), _("Médias"), _("Entreprises")


class BodyBlock(StreamBlock):
    """What an editor may put in a page, and nothing else: no free HTML, no embed.

    `{% include_block page.body %}` reads the figures of all the blocks together (`indicators.blocks.resolving`).
    """

    heading = HeadingBlock(group=TEXT)
    paragraph = ParagraphBlock(group=TEXT)
    key_message = KeyMessageBlock(group=TEXT)
    call_out = CallOutBlock(group=TEXT)
    quote = QuoteBlock(group=TEXT)
    table = TableBlock(group=TEXT)
    definition = DefinitionBlock(group=TEXT)
    figure = FigureBlock(group=FIGURES)
    sentence = SentenceBlock(group=FIGURES)
    chart = ChartBlock(group=FIGURES)
    figure_table = FigureTableBlock(group=FIGURES)
    picture = PictureBlock(group=MEDIA)
    file = FileBlock(group=MEDIA)
    video_link = VideoLinkBlock(group=MEDIA)
    resources = ResourceListBlock(group=MEDIA)
    contribution = ContributionBlock(group=COMPANIES)
    call_to_action = CallToActionBlock(group=COMPANIES)

    class Meta:
        template = "sdg_pages/blocks/body.html"

    def get_context(self, value: Any, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        """The blocks, with the figures of all of them and the level of the heading that each one stands under."""
        shared = {"figures": resolve_stream(value), "heading_levels": heading_levels(value)}
        return super().get_context(value, parent_context) | shared


def heading_levels(stream: Any) -> dict[str, int]:
    """For each block, the level that a heading inside it has: 2 until a part of the text has begun, then 3."""
    levels: dict[str, int] = {}
    level = 2
    for child in stream:
        levels[child.id] = level
        if child.block_type == "heading" and child.value["level"] == H2:
            level = 3
    return levels

"""The body of every editorial page: all the blocks, grouped as an editor looks for them."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import StreamBlock

from portal.blocks.text import CallOutBlock, HeadingBlock, KeyMessageBlock, ParagraphBlock

TEXT = _("Texte")


class BodyBlock(StreamBlock):
    """What an editor may put in a page, and nothing else: no free HTML, no embed."""

    heading = HeadingBlock(group=TEXT)
    paragraph = ParagraphBlock(group=TEXT)
    key_message = KeyMessageBlock(group=TEXT)
    call_out = CallOutBlock(group=TEXT)

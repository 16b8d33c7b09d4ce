"""`{% explained indicator.definition|typo %}`: the first time that a text uses a word of the glossary, it leads there.

A link and nothing else: every screen reader says it, it works without a script and costs one element a word.
"""

from typing import Any

from django import template
from django.utils.safestring import SafeString

from portal import glossary
from portal.public_pages import generation_of

register = template.Library()


@register.simple_tag(takes_context=True)
def explained(context: Any, text: str) -> SafeString:
    """The text, escaped, with a link on a few words that the glossary explains (one query until a publication)."""
    return glossary.explained(text, generation_of(context["request"]))

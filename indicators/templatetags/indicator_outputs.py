"""What a visitor takes from the page of an indicator: `{% load indicator_outputs %}`."""

from typing import Any

from django import template

from indicators.outputs.sharing import Sharing, sharing
from indicators.selectors import IndicatorPage

register = template.Library()


@register.simple_tag(takes_context=True)
def outputs_of(context: Any, page: IndicatorPage) -> Sharing:
    """`{% outputs_of page as sharing %}`: addresses with the choices of the page, code to embed, citation."""
    return sharing(page, context["branding"])

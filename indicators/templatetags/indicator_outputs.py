"""What a visitor takes from the page of an indicator: `{% load indicator_outputs %}`."""

from django import template

from indicators.outputs.sharing import Sharing, sharing
from indicators.selectors import IndicatorPage

register = template.Library()


@register.simple_tag
def outputs_of(page: IndicatorPage) -> Sharing:
    """`{% outputs_of page as sharing %}`: addresses with the choices of the page, code to embed, citation."""
    return sharing(page)

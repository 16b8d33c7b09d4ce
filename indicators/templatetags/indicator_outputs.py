"""What a visitor takes from the page of an indicator: `{% load indicator_outputs %}`."""

from typing import Any

from django import template
from django.utils.safestring import SafeString

from indicators.outputs.sharing import Sharing, sharing
from indicators.selectors import IndicatorPage
from indicators.views.structured import dataset
from portal.templatetags.structured_data import structured_data

register = template.Library()


@register.simple_tag(takes_context=True)
def outputs_of(context: Any, page: IndicatorPage) -> Sharing:
    """`{% outputs_of page as sharing %}`: addresses with the choices of the page, code to embed, citation."""
    return sharing(page, context["branding"])


@register.simple_tag(takes_context=True)
def dataset_data(context: Any, page: IndicatorPage, description: str) -> SafeString:
    """The indicator as search engines of data read it, published by whoever runs the site."""
    return structured_data(dataset(page, description, context["branding"]))

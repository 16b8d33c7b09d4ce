"""Data for search engines inside a page: `{% load structured_data %}{% structured_data dataset %}`."""

import json
from collections.abc import Iterable

from django import template
from django.core.serializers.json import DjangoJSONEncoder
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from portal import structured_data as data_of

register = template.Library()

_ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


@register.simple_tag
def structured_data(data: dict[str, object]) -> SafeString:
    """A JSON-LD block; the three characters that could end it or start markup are escaped as in `json_script`."""
    text = json.dumps(data, cls=DjangoJSONEncoder, ensure_ascii=False).translate(_ESCAPES)
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(text))


@register.simple_tag
def breadcrumb_data(items: Iterable[tuple[object, str]]) -> SafeString:
    """The breadcrumb of the page, from the same pairs as the visible one."""
    return structured_data(data_of.breadcrumb_list(items))


@register.simple_tag(takes_context=True)
def website_data(context: template.Context) -> SafeString:
    """The site and its search: stands on the front page."""
    return structured_data(data_of.website(context["branding"]))

"""`{{ subject|model_name }}`: what kind of thing it is, in the words of its model."""

from typing import Any

from django import template

register = template.Library()


@register.filter
def model_name(subject: Any) -> str:
    """« Article », « mise à jour des chiffres »."""
    return str(subject._meta.verbose_name)

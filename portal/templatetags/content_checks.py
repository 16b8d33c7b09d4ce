"""`{% content_findings object as findings %}`: what the checks say of the draft that the editor shows."""

from typing import Any

from django import template

from portal.content_checks import Finding, check_page
from portal.models.page import BasePage

register = template.Library()


@register.simple_tag
def content_findings(page: Any) -> list[Finding]:
    """The findings of a page of this site that was saved once; none for anything else."""
    return check_page(page) if isinstance(page, BasePage) and page.pk else []

"""The page of an indicator as it would be with a draft of its sheet: `{% load indicator_preview %}`."""

from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString

from indicators.models import Indicator, Publication, Release, ReleaseImport
from indicators.selectors import Choices, indicator_page
from indicators.views.context import indicator_context

register = template.Library()


@register.simple_tag(takes_context=True)
def preview_page(context: Any, subject: Indicator | Release) -> SafeString | str:
    """The public page, with the release of the preview, else the public one, else the latest; empty without figures."""
    release = subject if isinstance(subject, Release) else release_to_show(subject)
    if release is None:
        return ""
    indicator = subject if isinstance(subject, Indicator) else subject.indicator
    release.indicator = indicator
    if getattr(indicator, "publication", None) is None:
        # Not saved: the page reads the pointer, and this one is what it would be.
        Publication(indicator=indicator, release=release, published_at=timezone.now())
    page = indicator_page(indicator, release, Choices.from_query(context["request"].GET))
    return render_to_string("indicators/indicator.html", indicator_context(page), context["request"])


def release_to_show(indicator: Indicator) -> Release | None:
    """The public release, else the latest complete one."""
    publication = getattr(indicator, "publication", None)
    if publication is not None:
        return publication.release
    complete = Release.objects.filter(indicator=indicator.pk, provenance__state=ReleaseImport.State.SEALED)
    return complete.order_by("-number").first()

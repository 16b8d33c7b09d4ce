"""What the front door asks the team to keep an eye on."""

from datetime import timedelta
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from home.models import Opinion
from portal.dashboard import Notice


def unhelpful_pages(user: Any) -> list[Notice]:
    """« 11 avis « pas utile » cette semaine », with the page that got most of them (one query)."""
    week = Opinion.objects.filter(is_useful=False, given_at__gte=timezone.now() - timedelta(days=7))
    addresses = list(week.order_by("address").values_list("address", flat=True))
    if not addresses:
        return []
    title = ngettext(
        "Un avis «\u00a0pas utile\u00a0» cette semaine",
        "%(count)s avis «\u00a0pas utile\u00a0» cette semaine",
        len(addresses),
    ) % {"count": len(addresses)}
    most = max(sorted(set(addresses)), key=addresses.count)
    return [Notice(title, reverse("home_opinions"), _("Surtout sur %(page)s") % {"page": most})]

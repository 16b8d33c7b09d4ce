"""What the front door asks the team to keep an eye on."""

from datetime import timedelta
from typing import Any

from django.db.models import Count
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from home.models import Opinion
from portal.dashboard import Notice


def unhelpful_pages(user: Any) -> list[Notice]:
    """« 11 avis « pas utile » cette semaine », with the page that got most of them (one query)."""
    week = Opinion.objects.filter(is_useful=False, given_at__gte=timezone.now() - timedelta(days=7))
    pages = list(week.values("address").annotate(count=Count("pk")).order_by("-count", "address"))
    if not pages:
        return []
    count = sum(page["count"] for page in pages)
    title = ngettext(
        "Un avis «\u00a0pas utile\u00a0» cette semaine",
        "%(count)s avis «\u00a0pas utile\u00a0» cette semaine",
        count,
    ) % {"count": count}
    return [Notice(title, reverse("home_opinions"), _("Surtout sur %(page)s") % {"page": pages[0]["address"]})]

"""« Sources en retard, par direction »: what was expected, from whom, since when, and the way to deposit it."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import WorkflowState

from indicators.assistant.access import may_import
from indicators.models import Indicator, Release, Source
from indicators.permissions import REVIEW, importable_indicators, visible_indicators
from indicators.states import with_review
from portal.dashboard import LINES
from portal.formatting import format_date
from portal.models import Department
from portal.sorting import reading_order

YEAR = 365
NAMES = 3


@dataclass(frozen=True, slots=True)
class LateSource:
    """A source: its figures, since when they are awaited, how long the bar is, where to drop the file."""

    name: str
    indicators: str
    expected: str
    delay: str
    width: str
    is_very_late: bool
    note: str
    address: str


@dataclass(frozen=True, slots=True)
class LateDepartment:
    """A department with its late sources, the longest awaited first."""

    name: str
    sources: Sequence[LateSource]


@dataclass(frozen=True, slots=True)
class LateSources:
    """What is shown, and how many there are in all."""

    departments: list[LateDepartment]
    count: int

    @property
    def has_more(self) -> bool:
        return self.count > LINES


def follows_sources(user: Any) -> bool:
    """Data officers and the platform team, who import; reviewers, who remind."""
    return may_import(user) or user.has_perm(REVIEW)


def late_sources(user: Any) -> LateSources:
    """The late sources of the departments of this person (two queries beside those of the person's rights)."""
    found: dict[int, list[Indicator]] = {}
    for indicator in late_indicators(user):
        found.setdefault(indicator.source_id, []).append(indicator)
    shown = list(found.values())[:LINES]
    reviewed = in_review(indicator.pk for group in shown for indicator in group)
    lines = [(department_of(group), line_of(group, reviewed, may_import(user))) for group in shown]
    return LateSources(by_department(lines), len(found))


def late_indicators(user: Any) -> QuerySet[Indicator]:
    """Those whose source is overdue, the longest awaited first."""
    rows = importable_indicators(user) if may_import(user) else visible_indicators(user)
    late = rows.filter(source__next_expected__lt=timezone.localdate(), live=True)
    return late.select_related("source__contact_department", "department").order_by(
        "source__next_expected", "source_id", "title_fr"
    )


def in_review(indicators: Iterable[int]) -> set[int]:
    """Those of these indicators of which an update is being read (one query)."""
    releases = with_review(Release.objects.filter(indicator__in=list(indicators)))
    return set(releases.filter(review_status=WorkflowState.STATUS_IN_PROGRESS).values_list("indicator_id", flat=True))


def department_of(group: Sequence[Indicator]) -> Department:
    """Who answers for the source, else for its first indicator."""
    return group[0].source.contact_department or group[0].department


def line_of(group: Sequence[Indicator], reviewed: set[int], imports: bool) -> LateSource:
    """One source in words."""
    source = group[0].source
    expected = cast("date", source.next_expected)
    days = (timezone.localdate() - expected).days
    is_read = any(indicator.pk in reviewed for indicator in group)
    return LateSource(
        name=str(source.producer),
        indicators=names_of(group),
        expected=format_date(expected),
        delay=delay_in_words(days),
        width=f"{round(100 * min(1, math.sqrt(days / YEAR)))}%",
        is_very_late=days > YEAR,
        note=_("un fichier est en relecture") if is_read else contact_of(source),
        address=f"{reverse('assistant:deposit')}?indicateur={group[0].code}" if imports else "",
    )


def names_of(group: Sequence[Indicator]) -> str:
    """« Taux de chômage, taux d’emploi et 2 autres »."""
    shown = ", ".join(str(indicator.title) for indicator in group[:NAMES])
    rest = len(group) - NAMES
    if rest <= 0:
        return shown
    return ngettext("%(names)s et %(count)s autre", "%(names)s et %(count)s autres", rest) % {
        "names": shown,
        "count": rest,
    }


def delay_in_words(days: int) -> str:
    """« 23 jours », « 17 mois », in the largest unit that fits."""
    if days < 61:
        return ngettext("%(count)s jour", "%(count)s jours", days) % {"count": days}
    if days < 2 * YEAR:
        return _("%(count)s mois") % {"count": days // 30}
    return _("%(count)s ans") % {"count": days // YEAR}


def contact_of(source: Source) -> str:
    """Whom to ask."""
    if source.contact_department is None or not source.contact_department.email:
        return _("contact à compléter")
    return str(source.contact_department.email)


def by_department(lines: Sequence[tuple[Department, LateSource]]) -> list[LateDepartment]:
    """Departments in reading order; their sources as they came."""
    grouped: dict[str, list[LateSource]] = {}
    for department, line in lines:
        grouped.setdefault(str(department), []).append(line)
    return [LateDepartment(name, grouped[name]) for name in sorted(grouped, key=reading_order)]

"""Filters of the lists of figures."""

from typing import Any

import django_filters
from django.db.models import Q, QuerySet
from django.forms import CheckboxSelectMultiple, RadioSelect
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.models import WorkflowState

from indicators import states
from indicators.models import Goal, Indicator, Release, Source
from indicators.permissions import visible_indicators
from portal.models import Department


def departments_seen(request: HttpRequest | None) -> QuerySet[Department]:
    """Departments of what this person sees."""
    if request is None:
        return Department.objects.none()
    return Department.objects.filter(pk__in=visible_indicators(request.user).values("department"))


def indicators_seen(request: HttpRequest | None) -> QuerySet[Indicator]:
    """Indicators that this person sees."""
    return visible_indicators(request.user) if request else Indicator.objects.none()


class StateFilter(django_filters.ChoiceFilter):
    """One state among several, whose condition the filter set knows."""

    def __init__(self, conditions: dict[str, Q], **options: Any) -> None:
        self.conditions = conditions
        choices = [(code, states.LABELS[code]) for code in conditions]
        super().__init__(choices=choices, label=_("État"), widget=RadioSelect, empty_label=_("Tous"), **options)

    def filter(self, qs: QuerySet, value: str) -> QuerySet:
        return qs.filter(self.conditions[value]) if value else qs


IN_REVIEW = Q(review_status=WorkflowState.STATUS_IN_PROGRESS)
TO_CORRECT = Q(review_status=WorkflowState.STATUS_NEEDS_CHANGES)
UNTOUCHED = Q(review_status=None, is_planned=False)


class IndicatorFilterSet(WagtailFilterSet):
    """By goal, department, source, state, freshness."""

    goals = django_filters.ModelMultipleChoiceFilter(
        queryset=Goal.objects.all(), label=_("ODD"), widget=CheckboxSelectMultiple
    )
    department = django_filters.ModelMultipleChoiceFilter(
        queryset=departments_seen, label=_("Direction"), widget=CheckboxSelectMultiple
    )
    source = django_filters.ModelChoiceFilter(queryset=Source.objects.all(), label=_("Source"))
    state = StateFilter(
        {
            states.ONLINE: Q(live=True, publication__isnull=False),
            states.IN_REVIEW: IN_REVIEW,
            states.TO_CORRECT: TO_CORRECT,
            states.DRAFT: UNTOUCHED & Q(publication=None),
        }
    )
    late = django_filters.BooleanFilter(
        method="filter_late",
        label=_("Mise à jour en retard"),
        widget=RadioSelect(choices=[("", _("Tous")), ("true", _("Oui"))]),
    )

    class Meta:
        model = Indicator
        fields: list[str] = []

    def filter_late(self, rows: QuerySet, name: str, value: bool) -> QuerySet:
        """Sources whose next figures are overdue."""
        return rows.filter(source__next_expected__lt=timezone.localdate()) if value else rows


class ReleaseFilterSet(WagtailFilterSet):
    """By indicator, department, state."""

    indicator = django_filters.ModelChoiceFilter(queryset=indicators_seen, label=_("Indicateur"))
    department = django_filters.ModelMultipleChoiceFilter(
        field_name="indicator__department",
        queryset=departments_seen,
        label=_("Direction"),
        widget=CheckboxSelectMultiple,
    )
    state = StateFilter(
        {
            states.IN_REVIEW: IN_REVIEW,
            states.TO_CORRECT: TO_CORRECT,
            states.DRAFT: UNTOUCHED & Q(publication=None, first_published_at=None),
            states.PLANNED: Q(is_planned=True),
            states.ONLINE: Q(publication__isnull=False),
            states.REPLACED: Q(publication=None, first_published_at__isnull=False, provenance__withdrawn_at=None),
            states.WITHDRAWN: Q(provenance__withdrawn_at__isnull=False),
        }
    )

    class Meta:
        model = Release
        fields: list[str] = []

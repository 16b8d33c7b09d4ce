"""The observations, row by row, to look up and never to change: those of one release at a time."""

from typing import Any

from django.contrib.admin import SimpleListFilter, display
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail_modeladmin.helpers import PermissionHelper
from wagtail_modeladmin.options import ModelAdmin, modeladmin_register
from wagtail_modeladmin.views import IndexView

from indicators.models import Observation, Release, ReleaseImport
from indicators.permissions import visible_indicators, visible_releases
from indicators.statuses import words_of
from portal.decimals import canonical

ANSWERED = ("indicator", "release", "territory", "period")


def release_asked(request: HttpRequest) -> Release | None:
    """The release chosen; else the public one of the indicator chosen, else its latest; else the latest public one."""
    releases = visible_releases(request.user).filter(provenance__state=ReleaseImport.State.SEALED)
    release, indicator = (request.GET.get(name, "") for name in ("release", "indicator"))
    if release.isdecimal():
        return releases.filter(pk=release).first()
    if not indicator.isdecimal():
        return releases.filter(publication__isnull=False).order_by("-publication__published_at").first()
    of_indicator = releases.filter(indicator=int(indicator))
    return of_indicator.filter(publication__isnull=False).first() or of_indicator.order_by("-number").first()


class ReleasePartFilter(SimpleListFilter):
    """A filter on what stands in the release at hand."""

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        release = release_asked(request)
        return list(self.choices_in(release)) if release else []

    def choices_in(self, release: Release) -> Any:
        """Value and label of each choice."""
        raise NotImplementedError


class IndicatorFilter(SimpleListFilter):
    """Which indicator."""

    title = _("Indicateur")
    parameter_name = "indicator"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [(str(row.pk), str(row)) for row in visible_indicators(request.user)]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        return queryset


class ReleaseFilter(ReleasePartFilter):
    """Which version of its figures."""

    title = _("Version")
    parameter_name = "release"

    def choices_in(self, release: Release) -> list[tuple[int, str]]:
        numbers = Release.objects.filter(indicator=release.indicator_id).order_by("-number")
        return [(pk, str(number)) for pk, number in numbers.values_list("pk", "number")]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        return queryset


class TerritoryFilter(ReleasePartFilter):
    """Which territory."""

    title = _("Territoire")
    parameter_name = "territory"

    def choices_in(self, release: Release) -> list[tuple[int, str]]:
        places = Observation.objects.filter(release=release).order_by("territory__name_fr")
        return list(places.values_list("territory", "territory__name_fr").distinct()[:500])

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        value = self.value()
        return queryset.filter(territory=value) if value and value.isdecimal() else queryset


class PeriodFilter(ReleasePartFilter):
    """Which period."""

    title = _("Période")
    parameter_name = "period"

    def choices_in(self, release: Release) -> list[tuple[str, str]]:
        periods = Observation.objects.filter(release=release).order_by("-period").values_list("period", flat=True)
        return [(period, period) for period in periods.distinct()[:500]]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        return queryset.filter(period=self.value()) if self.value() else queryset


class ObservationIndexView(IndexView):
    """The rows of one release."""

    def get_filters_params(self, params: Any = None) -> dict[str, Any]:
        """Only the four questions above: an address cannot ask for anything else."""
        return {key: value for key, value in super().get_filters_params(params).items() if key in ANSWERED}

    def get_base_queryset(self, request: HttpRequest | None = None) -> QuerySet[Observation]:
        release = release_asked(request or self.request)
        rows = Observation.objects.filter(release=release) if release else Observation.objects.none()
        return rows.select_related("territory", "breakdown", "release__indicator")


class ReadOnly(PermissionHelper):
    """To look up, for those who may; never to change."""

    def user_can_list(self, user: Any) -> bool:
        return user.has_perm("indicators.view_observation")

    def user_can_create(self, user: Any) -> bool:
        return False

    def user_can_edit_obj(self, user: Any, obj: Observation) -> bool:
        return False

    def user_can_delete_obj(self, user: Any, obj: Observation) -> bool:
        return False

    def user_can_inspect_obj(self, user: Any, obj: Observation) -> bool:
        return False


class ObservationBrowser(ModelAdmin):
    """Read-only, one release at a time, so that a million rows are no matter."""

    model = Observation
    menu_label = _("Observations")
    menu_icon = "table"
    base_url_path = "chiffres/observations"
    add_to_admin_menu = False
    add_to_reference_index = False
    permission_helper_class = ReadOnly
    index_view_class = ObservationIndexView
    history_view_enabled = False
    list_display = ("place", "period", "categories", "exact_value", "status_words", "note")
    list_filter = (IndicatorFilter, ReleaseFilter, TerritoryFilter, PeriodFilter)
    list_per_page = 100
    ordering = ("pk",)

    @display(description=_("Territoire"), ordering="territory__name_fr")
    def place(self, row: Observation) -> str:
        """Where."""
        return str(row.territory)

    @display(description=_("Ventilation"))
    def categories(self, row: Observation) -> str:
        """Of whom or what."""
        return str(row.breakdown)

    @display(description=_("Valeur"))
    def exact_value(self, row: Observation) -> str:
        """As it was read, never rounded."""
        value: Any = row.value
        return "" if value is None else canonical(value)

    @display(description=_("Statuts"))
    def status_words(self, row: Observation) -> str:
        """What the source says of the value."""
        return words_of(row.statuses)


def register_browser() -> None:
    """Called once, when the hooks are read."""
    modeladmin_register(ObservationBrowser)

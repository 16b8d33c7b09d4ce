"""Choosing a published indicator, or a territory that has published figures."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import chooser
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.blocks import ChooserBlock

from indicators.models import Goal, Indicator, Observation, Territory
from portal.formatting import format_date


def territories_with_figures() -> QuerySet[Territory]:
    """Territories that a published release holds a value of."""
    published = Observation.objects.filter(territory=OuterRef("pk"), release__publication__isnull=False)
    return Territory.objects.filter(Exists(published))


class IndicatorFilterForm(BaseFilterForm):
    """Words of the title, and a goal."""

    q = forms.CharField(label=_("Titre ou code"), required=False)
    goal = forms.ModelChoiceField(
        queryset=Goal.objects.all(),
        label=_("ODD"),
        required=False,
        empty_label=_("Tous les ODD"),
        widget=forms.Select(attrs={"data-chooser-modal-search-filter": True}),
    )

    def filter(self, objects: QuerySet) -> QuerySet:
        self.search_query = self.cleaned_data.get("q", "")
        goal = self.cleaned_data.get("goal")
        for word in self.search_query.split():
            in_title = Q(title_fr__icontains=word) | Q(title_en__icontains=word)
            objects = objects.filter(in_title | Q(code__icontains=word))
        self.is_searching = bool(self.search_query or goal)
        return objects.filter(goals=goal) if goal else objects


class TerritoryFilterForm(BaseFilterForm):
    """Words of the name."""

    q = forms.CharField(label=_("Nom"), required=False)

    def filter(self, objects: QuerySet) -> QuerySet:
        self.search_query = self.cleaned_data.get("q", "")
        self.is_searching = bool(self.search_query)
        return objects.filter(name_fr__icontains=self.search_query) if self.search_query else objects


class IndicatorList:
    """The published indicators, with what tells them apart."""

    filter_form_class = IndicatorFilterForm

    def get_object_list(self) -> QuerySet[Indicator]:
        return Indicator.objects.published().select_related("publication").prefetch_related("goals")

    @property
    def columns(self) -> list[Column]:
        return [
            *super().columns,  # type: ignore[misc]
            Column("goals", label=_("ODD"), accessor=_goal_numbers),
            Column("code", label=_("Code"), accessor="code"),
            Column("date", label=_("Chiffres du"), accessor=lambda one: format_date(one.publication.published_at)),
        ]


class TerritoryList:
    """Territories with published figures, with their level."""

    filter_form_class = TerritoryFilterForm

    def get_object_list(self) -> QuerySet[Territory]:
        return territories_with_figures()

    @property
    def columns(self) -> list[Column]:
        level = Column("level", label=_("Niveau"), accessor="get_level_display")
        return [*super().columns, level]  # type: ignore[misc]


class IndicatorChooseView(IndicatorList, chooser.ChooseView):
    """The window."""


class IndicatorResultsView(IndicatorList, chooser.ChooseResultsView):
    """Its list."""


class TerritoryChooseView(TerritoryList, chooser.ChooseView):
    """The window."""


class TerritoryResultsView(TerritoryList, chooser.ChooseResultsView):
    """Its list."""


class PublishedIndicatorChooser(ChooserViewSet):
    """Open to whoever enters the admin: what it shows is public."""

    model = Indicator
    register_widget = False
    icon = "tag"
    choose_one_text = _("Choisir un indicateur")
    choose_another_text = _("Choisir un autre indicateur")
    edit_item_text = _("Ouvrir la fiche")
    choose_view_class = IndicatorChooseView
    choose_results_view_class = IndicatorResultsView


class TerritoryChooser(ChooserViewSet):
    """Open to whoever enters the admin."""

    model = Territory
    register_widget = False
    icon = "site"
    choose_one_text = _("Choisir un territoire")
    choose_another_text = _("Choisir un autre territoire")
    edit_item_text = _("Ouvrir la fiche")
    choose_view_class = TerritoryChooseView
    choose_results_view_class = TerritoryResultsView


indicator_chooser = PublishedIndicatorChooser("published_indicators", url_prefix="choix/indicateurs-publies")
territory_chooser = TerritoryChooser("territories_with_figures", url_prefix="choix/territoires")


class KnownByKey(ChooserBlock):
    """A chooser whose value is a row that holds its key only: a page reads all its rows at once, elsewhere."""

    def to_python(self, value: Any) -> Any:
        """The key as a number, from a form too: a text would make an untouched page look changed."""
        key = self.model_class._meta.pk
        return None if value is None else self.model_class.from_db(None, [key.attname], [key.to_python(value)])

    def bulk_to_python(self, values: Iterable[Any]) -> list[Any]:
        return [self.to_python(value) for value in values]

    def get_form_state(self, value: Any) -> Any:
        """By key, so that a row deleted since is an empty field and not an error."""
        return self.widget.get_value_data(None if value is None else value.pk)


class PublishedIndicatorChooserBlock(KnownByKey):
    """An indicator among the published ones; the figure blocks check it again on submission and at each page made."""

    target_model = Indicator

    @cached_property
    def widget(self) -> Any:
        return indicator_chooser.widget_class()

    class Meta:
        label = _("Indicateur")
        icon = "tag"


class TerritoryChooserBlock(KnownByKey):
    """A territory among those with published figures."""

    target_model = Territory

    @cached_property
    def widget(self) -> Any:
        return territory_chooser.widget_class()

    class Meta:
        label = _("Territoire")
        icon = "site"


def _goal_numbers(indicator: Indicator) -> str:
    return ", ".join(str(goal.number) for goal in indicator.goals.all())

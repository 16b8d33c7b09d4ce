"""Every view of a screen shows a person the rows of their departments only: Wagtail's own rights stop at the model."""

from typing import Any

from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.functional import cached_property
from django.views.generic import View
from wagtail.admin.forms.choosers import BaseFilterForm, SearchFilterMixin
from wagtail.admin.ui.tables import BulkActionsCheckboxColumn
from wagtail.admin.viewsets.base import ViewSet
from wagtail.snippets.views.chooser import (
    ChooseResultsView,
    ChooseView,
    SnippetChooserViewSet,
    SnippetChosenMultipleView,
    SnippetChosenView,
)

from indicators.models import Release
from indicators.permissions import visible


class VisibleRowsOnly:
    """For a view of one row: a row of others does not exist."""

    model: Any = None

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        if "pk" in kwargs and not self.is_visible(request, unquote(str(kwargs["pk"]))):
            raise Http404
        super().setup(request, *args, **kwargs)  # type: ignore[misc]

    def is_visible(self, request: HttpRequest, pk: str) -> bool:
        """May this person see the row?"""
        return pk.isdecimal() and visible(self.model, request.user).filter(pk=pk).exists()

    def get_base_queryset(self) -> QuerySet:
        """For a list: the visible rows."""
        rows = super().get_base_queryset()  # type: ignore[misc]
        if rows.model is not self.model:
            return rows
        return rows.filter(pk__in=visible(self.model, self.request.user).values("pk"))  # type: ignore[attr-defined]


class ScopedViewSet(ViewSet):
    """A screen whose views, whichever they are, all go through `VisibleRowsOnly`."""

    def construct_view(self, view_class: Any, **kwargs: Any) -> Any:
        scoped = type(view_class.__name__, (VisibleRowsOnly, view_class), {})
        return super().construct_view(scoped, **kwargs)


class WithoutBoxes:
    """A list whose rows are not ticked: nothing is done to several at once."""

    @cached_property
    def columns(self) -> list[Any]:
        """Those of the list, without the boxes."""
        return [column for column in super().columns if not isinstance(column, BulkActionsCheckboxColumn)]  # type: ignore[misc]


class ClosedDoor(View):
    """A screen of Wagtail that this product does not offer: 403 for everybody."""

    model: Any = None
    view_name = "closed"
    template_name = None

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        raise PermissionDenied


class TitleSearchForm(SearchFilterMixin, BaseFilterForm):
    """Searches titles in the database: Wagtail's search cannot follow the joins that say which rows are visible."""

    def filter(self, objects: QuerySet) -> QuerySet:
        words = self.cleaned_data.get("q", "")
        stem = "indicator__" if objects.model is Release else ""
        for word in words.split():
            objects = objects.filter(
                Q(**{f"{stem}title_fr__icontains": word}) | Q(**{f"{stem}title_en__icontains": word})
            )
        self.is_searching, self.search_query = bool(words), words
        return objects


class VisibleChooseView(ChooseView):
    """The window of a chooser."""

    filter_form_class = TitleSearchForm

    def get_object_list(self) -> QuerySet:
        return visible(self.model_class, self.request.user)


class VisibleChooseResultsView(ChooseResultsView):
    """The list of a chooser."""

    filter_form_class = TitleSearchForm

    def get_object_list(self) -> QuerySet:
        return visible(self.model_class, self.request.user)


class VisibleChosenView(SnippetChosenView):
    """What a chooser hands back."""

    def get_object(self, pk: Any) -> Any:
        return visible(self.model_class, self.request.user).get(pk=pk)


class VisibleChosenMultipleView(SnippetChosenMultipleView):
    """What a chooser of several hands back."""

    def get_objects(self, pks: list[str]) -> QuerySet:
        return visible(self.model_class, self.request.user).filter(pk__in=pks)


class ScopedChooserViewSet(SnippetChooserViewSet):
    """A chooser that offers the visible rows only."""

    choose_view_class = VisibleChooseView
    choose_results_view_class = VisibleChooseResultsView
    chosen_view_class = VisibleChosenView
    chosen_multiple_view_class = VisibleChosenMultipleView

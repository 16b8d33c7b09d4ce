"""Columns of the lists of figures."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _
from wagtail.admin.ui.tables import Column

from indicators.states import Tag, in_words, is_late
from portal.formatting import format_date


class TagsColumn(Column):
    """One or more states, as tags."""

    cell_template_name = "indicators/admin/tags_cell.html"

    def __init__(self, name: str, tags: Callable[[Any], list[Tag]], **options: Any) -> None:
        super().__init__(name, **options)
        self.tags = tags

    def get_value(self, instance: Any) -> list[Tag]:
        return self.tags(instance)


class AgeColumn(Column):
    """How long ago, with the full date underneath."""

    cell_template_name = "indicators/admin/age_cell.html"

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> dict[str, Any]:
        context = super().get_cell_context_data(instance, parent_context)
        moment = context["value"]
        context["words"] = in_words(moment) if moment else ""
        context["full_date"] = format_date(moment.date()) if moment else ""
        return context


class ExpectedColumn(Column):
    """When the next figures are expected, and whether they are late."""

    cell_template_name = "indicators/admin/expected_cell.html"

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> dict[str, Any]:
        context = super().get_cell_context_data(instance, parent_context)
        expected = context["value"]
        context["full_date"] = format_date(expected) if expected else _("non précisée")
        context["late"] = is_late(expected)
        return context

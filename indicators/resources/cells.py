"""How cells are written and read back."""

from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils.translation import gettext as _
from import_export import fields, widgets

from indicators.models import Territory
from portal.decimals import ExactDecimalField, canonical

SEPARATOR = ";"
"""Between several codes, or several spellings, in one cell."""


class CodeWidget(widgets.ForeignKeyWidget):
    """A row of another table, by its code; an unknown one is named in the error."""

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> Model | None:
        try:
            return super().clean(value, row, **kwargs)
        except self.model.DoesNotExist as error:
            unknown = {"name": self.model._meta.verbose_name, "value": value}
            raise ValidationError(_("%(name)s inconnu(e) : « %(value)s ».") % unknown) from error


class ExactWidget(widgets.Widget):
    """An exact decimal, in plain notation; an empty cell is no value."""

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> Decimal | None:
        return ExactDecimalField().to_python(value)

    def render(self, value: Any, obj: Any = None, **kwargs: Any) -> str:
        return "" if value is None else canonical(value)


class TerritoryWidget(widgets.Widget):
    """Another territory as `scheme|code`."""

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> Territory | None:
        if not value:
            return None
        scheme, _bar, code = str(value).partition("|")
        found = Territory.objects.filter(scheme=scheme.strip(), code=code.strip()).first()
        if found is None:
            raise ValidationError(_("Territoire inconnu : « %(value)s ».") % {"value": value})
        return found

    def render(self, value: Any, obj: Any = None, **kwargs: Any) -> str:
        return f"{value.scheme}|{value.code}" if value else ""


def several(model: type[Model], field: str, name: str) -> fields.Field:
    """A column of codes separated by semicolons."""
    widget = widgets.ManyToManyWidget(model, field=field, separator=SEPARATOR)
    return fields.Field(name, name, widget=widget)

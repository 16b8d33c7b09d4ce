"""Exact decimals on both databases: SQLite's own numeric keeps fifteen digits, so values are stored as text."""

import re
from decimal import Decimal, InvalidOperation

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

MAX_LENGTH = 40


def canonical(value: Decimal) -> str:
    """Plain notation, as precise as it came: Decimal("1.20E+2") → "120", trailing zeros of a fraction kept."""
    text = format(value, "f")
    return text[1:] if text.startswith("-") and not value else text


class ExactDecimalField(models.CharField):
    """A Decimal in Python, its plain notation in the database; what does not fit is refused, never rounded.

    It is not for arithmetic in SQL: comparisons and sums happen in Python.
    """

    def __init__(self, *args: object, **kwargs: object) -> None:
        kwargs["max_length"] = MAX_LENGTH
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> tuple:
        name, path, args, kwargs = super().deconstruct()
        del kwargs["max_length"]
        return name, path, args, kwargs

    def from_db_value(self, value: str | None, expression: object, connection: object) -> Decimal | None:
        return None if value is None else Decimal(value)

    def to_python(self, value: object) -> Decimal | None:
        if value is None or value == "":
            return None
        try:
            number = value if isinstance(value, Decimal) else Decimal(re.sub(r"\s", "", str(value)).replace(",", "."))
        except InvalidOperation as error:
            raise ValidationError(_("Entrez un nombre, par exemple 12,5."), code="invalid") from error
        if not number.is_finite():
            raise ValidationError(_("Entrez un nombre, par exemple 12,5."), code="invalid")
        return number

    def get_prep_value(self, value: object) -> str | None:
        number = self.to_python(value)
        if number is None:
            return None
        text = canonical(number)
        if len(text) > MAX_LENGTH:
            raise ValidationError(_("Ce nombre est trop long pour être enregistré sans l’arrondir."), code="too_long")
        return text

    def value_to_string(self, obj: models.Model) -> str:
        return self.get_prep_value(self.value_from_object(obj)) or ""

    def run_validators(self, value: object) -> None:
        super().run_validators("" if value in (None, "") else canonical(value))  # type: ignore[arg-type]

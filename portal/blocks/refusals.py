"""Refusing the value of one field of a block, in a sentence that stands beside it."""

from typing import Any

from django.core.exceptions import ValidationError
from wagtail.blocks.struct_block import StructBlockValidationError


def field_error(name: str, sentence: Any) -> StructBlockValidationError:
    """The error to raise for the field of that name."""
    return StructBlockValidationError({name: ValidationError(sentence)})

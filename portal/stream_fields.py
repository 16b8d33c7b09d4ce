"""A stream field whose blocks are not written into migrations: the column is JSON whatever the blocks are."""

from typing import Any

from wagtail.blocks.base import BlockField
from wagtail.fields import StreamField


class BlocksFormField(BlockField):
    """Compares what a form says, not how it writes it: an empty number is nothing, a line ends where it ends.

    Otherwise a page that was only read looks changed, and whoever approves it becomes its author.
    """

    def has_changed(self, initial_value: Any, data_value: Any) -> bool:
        return said(self.block.get_prep_value(initial_value)) != said(self.block.get_prep_value(data_value))


def said(value: Any) -> Any:
    """A raw value with its leaves as texts: none as the empty one, lines ended in one way."""
    if isinstance(value, dict):
        return {key: said(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [said(one) for one in value]
    return "" if value is None else str(value).replace("\r\n", "\n")


class BlocksField(StreamField):
    """Blocks may be added, renamed in words or regrouped without a migration that changes nothing in the database.

    A data migration that rewrites content reads the raw JSON of the column, as it must anyway: it cannot count on
    blocks as they are today.
    """

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        name, path, _args, kwargs = super().deconstruct()
        kwargs.pop("block_lookup", None)
        return name, path, [[]], kwargs

    def formfield(self, **kwargs: Any) -> Any:
        return super().formfield(**{"form_class": BlocksFormField} | kwargs)

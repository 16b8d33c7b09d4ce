"""A stream field whose blocks are not written into migrations: the column is JSON whatever the blocks are."""

from typing import Any

from wagtail.fields import StreamField


class BlocksField(StreamField):
    """Blocks may be added, renamed in words or regrouped without a migration that changes nothing in the database.

    A data migration that rewrites content reads the raw JSON of the column, as it must anyway: it cannot count on
    blocks as they are today.
    """

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        name, path, _args, kwargs = super().deconstruct()
        kwargs.pop("block_lookup", None)
        return name, path, [[]], kwargs

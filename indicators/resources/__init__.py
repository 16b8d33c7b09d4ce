"""Catalogue tables as files: indicators, sources, territories. The dry run is the import itself, rolled back.

A second import of the same file changes nothing. An import of indicators makes drafts: what is online changes only by a
review. Text cells that a spreadsheet would run are made harmless on the way out, and read back as they were.
"""

from typing import Any

from django.db.models import QuerySet

from .indicators import IndicatorResource, indicator_rows
from .sources import SourceResource, source_rows
from .table import CatalogueResource
from .territories import TerritoryResource, territory_rows

__all__ = ["resource_for", "rows_for"]


def resource_for(table: str, user: Any) -> CatalogueResource:
    """The resource of a table: `indicators`, `sources`, `territories`."""
    return {"indicators": IndicatorResource, "sources": SourceResource, "territories": TerritoryResource}[table](user)


def rows_for(table: str, user: Any) -> QuerySet:
    """The rows that this person may export, with all that their file says of them."""
    if table == "indicators":
        return indicator_rows(user)
    return source_rows() if table == "sources" else territory_rows()

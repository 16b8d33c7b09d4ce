"""The territories of the database in the form that the reading of files asks for."""

from collections import defaultdict

from indicators.importing.territories import Catalogue, CatalogueRow
from indicators.models import Territory, TerritorySpelling


def territory_catalogue() -> Catalogue:
    """Every territory with its spellings, its parent and its successor (two queries)."""
    spellings = defaultdict(list)
    for territory, text in TerritorySpelling.objects.order_by("pk").values_list("territory_id", "text"):
        spellings[territory].append(text)
    fields = ("pk", "scheme", "code", "name_fr", "name_en", "level", "parent_id", "successor_id")
    rows = list(Territory.objects.order_by("pk").values_list(*fields, named=True))
    references = {row.pk: (row.scheme, row.code) for row in rows}
    return Catalogue.from_rows(
        CatalogueRow(
            scheme=row.scheme,
            code=row.code,
            name=row.name_fr,
            level=row.level,
            parent=references.get(row.parent_id),
            spellings=tuple(filter(None, (row.name_en, *spellings[row.pk]))),
            successor=references.get(row.successor_id),
            pk=row.pk,
        )
        for row in rows
    )

"""Territories as a file, with the spellings under which files name them."""

from typing import Any

from django.db.models import QuerySet
from import_export import fields

from indicators.models import Territory, TerritorySpelling

from .cells import SEPARATOR, TerritoryWidget
from .table import CatalogueResource


class TerritoryResource(CatalogueResource):
    """Territories, by scheme and code, with their spellings separated by semicolons."""

    parent = fields.Field("parent", "parent", widget=TerritoryWidget())
    successor = fields.Field("successor", "successor", widget=TerritoryWidget())
    spellings = fields.Field(column_name="spellings", readonly=True)

    class Meta(CatalogueResource.Meta):
        model = Territory
        import_id_fields = ["scheme", "code"]
        fields = ("scheme", "code", "name_fr", "name_en", "level", "parent", "successor", "population", "spellings")
        export_order = fields

    def dehydrate_spellings(self, territory: Territory) -> str:
        return SEPARATOR.join(spelling.text for spelling in territory.spellings.all()) if territory.pk else ""

    def skip_row(
        self, instance: Territory, original: Territory, row: dict[str, Any], *args: Any, **kwargs: Any
    ) -> bool:
        return super().skip_row(instance, original, row, *args, **kwargs) and not missing_spellings(instance, row)

    def after_save_instance(self, instance: Any, row: dict[str, Any], **kwargs: Any) -> None:
        super().after_save_instance(instance, row, **kwargs)
        for text in missing_spellings(instance, row):
            TerritorySpelling.objects.create(territory=instance, text=text)


def missing_spellings(territory: Territory, row: dict[str, Any]) -> list[str]:
    """Spellings of the row that the territory does not have yet; an import takes none away."""
    given = [text.strip() for text in row.get("spellings", "").split(SEPARATOR) if text.strip()]
    known = set(territory.spellings.values_list("text", flat=True)) if territory.pk else set()
    return [text for text in dict.fromkeys(given) if text not in known]


def territory_rows() -> QuerySet[Territory]:
    """All of them, with what their file says."""
    places = Territory.objects.select_related("parent", "successor").prefetch_related("spellings")
    return places.order_by("scheme", "code")

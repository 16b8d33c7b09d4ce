"""Sources as a file."""

from django.db.models import QuerySet
from import_export import fields

from indicators.models import Source
from portal.models import Department

from .cells import CodeWidget
from .table import CatalogueResource


class SourceResource(CatalogueResource):
    """Sources, by their code."""

    contact_department = fields.Field(
        "contact_department", "contact_department", widget=CodeWidget(Department, field="code")
    )

    class Meta(CatalogueResource.Meta):
        model = Source
        import_id_fields = ["code"]
        fields = (
            "code",
            "name_fr",
            "name_en",
            "producer",
            "url",
            "licence",
            "licence_url",
            "frequency",
            "contact_department",
            "next_expected",
            "origin_note_fr",
            "origin_note_en",
        )
        export_order = fields


def source_rows() -> QuerySet[Source]:
    """All of them, with what their file says."""
    return Source.objects.select_related("contact_department").order_by("code")

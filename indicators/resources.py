"""Catalogue tables as files: indicators, sources, territories. The dry run is the import itself, rolled back.

A second import of the same file changes nothing. An import of indicators makes drafts: what is online changes only by a
review. Text cells that a spreadsheet would run are made harmless on the way out, and read back as they were.
"""

from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model, QuerySet
from django.utils.translation import gettext as _
from import_export import fields, resources, widgets
from wagtail.log_actions import log
from wagtail.permissions import policy_registry

from indicators.models import (
    Goal,
    Indicator,
    PeerGroup,
    PriorityIssue,
    Source,
    Target,
    Territory,
    TerritorySpelling,
)
from indicators.permissions import may, scope_of, visible_indicators
from portal.csv_safety import safe_cell
from portal.decimals import ExactDecimalField, canonical
from portal.models import Department

SEPARATOR = ";"


class CatalogueResource(resources.ModelResource):
    """What the three tables have in common: who may, the log, the guard against formulas."""

    def __init__(self, user: Any = None) -> None:
        super().__init__()
        self.user = user

    class Meta:
        skip_unchanged = True
        report_skipped = True
        clean_model_instances = True
        use_transactions = True
        skip_html_diff = True

    def export_field(self, field: fields.Field, instance: Model, **kwargs: Any) -> str:
        value = super().export_field(field, instance, **kwargs)
        return safe_cell("" if value is None else str(value))

    def before_import_row(self, row: dict[str, Any], **kwargs: Any) -> None:
        for name, cell in row.items():
            text = "" if cell is None else str(cell).strip()
            row[name] = text[1:] if text.startswith("'") and safe_cell(text[1:]) == text else text

    def after_init_instance(self, instance: Model, new: bool, row: dict[str, Any], **kwargs: Any) -> None:
        policy = policy_registry.get_by_type(type(instance))
        if not policy.user_has_permission(self.user, "add" if new else "change"):
            raise ValidationError(_("Vous n’avez pas le droit de modifier cette table."))

    def after_save_instance(self, instance: Model, row: dict[str, Any], **kwargs: Any) -> None:
        log(instance, "wagtail.edit", user=self.user, content_changed=True)


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


def several(model: type[Model], field: str, name: str) -> fields.Field:
    """A column of codes separated by semicolons."""
    widget = widgets.ManyToManyWidget(model, field=field, separator=SEPARATOR)
    return fields.Field(name, name, widget=widget)


class IndicatorResource(CatalogueResource):
    """Sheets of indicators, by their code: a row that differs makes a draft, to be reviewed like any other."""

    source = fields.Field("source", "source", widget=CodeWidget(Source, field="code"))
    department = fields.Field("department", "department", widget=CodeWidget(Department, field="code"))
    peer_group = fields.Field("peer_group", "peer_group", widget=CodeWidget(PeerGroup, field="code"))
    band = fields.Field("band", "band", widget=ExactWidget())
    target_value = fields.Field("target_value", "target_value", widget=ExactWidget())
    goals = several(Goal, "number", "goals")
    targets = several(Target, "code", "targets")
    priority_issues = several(PriorityIssue, "number", "priority_issues")

    class Meta(CatalogueResource.Meta):
        model = Indicator
        import_id_fields = ["code"]
        fields = (
            *("code", "slug", "title_fr", "title_en", "unit_fr", "unit_en", "decimals", "direction", "measure", "band"),
            *("judged_part", "target_value", "target_year", "target_origin_fr", "target_origin_en"),
            *("goals", "targets", "priority_issues", "source", "department", "frequency", "peer_group"),
            *("sentence_fr", "sentence_en", "definition_fr", "definition_en", "scope_fr", "scope_en"),
            *("method_fr", "method_en", "limits_fr", "limits_en", "explanation_fr", "explanation_en"),
            *("chart_description_fr", "chart_description_en", "proxy_note_fr", "proxy_note_en"),
        )
        export_order = fields

    def get_queryset(self) -> QuerySet[Indicator]:
        return Indicator.objects.all()

    def get_instance(self, instance_loader: Any, row: dict[str, Any]) -> Indicator | None:
        """The latest draft of the sheet. A sheet of another department, or in review, cannot be changed."""
        live = super().get_instance(instance_loader, row)
        if live is None:
            return None
        if not may(self.user, "change", live):
            raise ValidationError(_("Cet indicateur est d’une autre direction."))
        if live.workflow_in_progress:
            raise ValidationError(_("La fiche de cet indicateur est en relecture."))
        return live.get_latest_revision_as_object()

    def before_save_instance(self, instance: Indicator, row: dict[str, Any], **kwargs: Any) -> None:
        if not department_is_mine(self.user, instance.department_id):
            raise ValidationError({"department": _("Cette direction n’est pas la vôtre.")})

    def do_instance_save(self, instance: Indicator, is_create: bool) -> None:
        """A new sheet starts as a draft row; an existing row stays as it is."""
        if is_create:
            instance.live = False
            instance.save(force_insert=True)

    def save_m2m(self, instance: Indicator, row: dict[str, Any], **kwargs: Any) -> None:
        """The last step of a row: everything is in place, so the draft is written."""
        super().save_m2m(instance, row, **kwargs)
        instance.save_revision(user=self.user, log_action=True)

    def after_save_instance(self, instance: Any, row: dict[str, Any], **kwargs: Any) -> None:
        """The revision is logged instead."""


def department_is_mine(user: Any, department_id: int) -> bool:
    """May this person write a sheet in the name of this department?"""
    scope = scope_of(user)
    return scope.everything or department_id in scope.departments


def resource_for(table: str, user: Any) -> CatalogueResource:
    """The resource of a table: `indicators`, `sources`, `territories`."""
    return {"indicators": IndicatorResource, "sources": SourceResource, "territories": TerritoryResource}[table](user)


def rows_for(table: str, user: Any) -> QuerySet:
    """The rows that this person may export, with all that their file says of them."""
    if table == "indicators":
        rows = visible_indicators(user).select_related("source", "department", "peer_group")
        return rows.prefetch_related("goals", "targets", "priority_issues").order_by("code")
    if table == "sources":
        return Source.objects.select_related("contact_department").order_by("code")
    places = Territory.objects.select_related("parent", "successor").prefetch_related("spellings")
    return places.order_by("scheme", "code")

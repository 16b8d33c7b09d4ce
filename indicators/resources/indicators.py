"""Sheets of indicators as a file: what comes in is a draft."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from import_export import fields

from indicators.models import Goal, Indicator, PeerGroup, PriorityIssue, Source, Target
from indicators.permissions import may, scope_of, visible_indicators
from portal.models import Department

from .cells import CodeWidget, ExactWidget, several
from .table import CatalogueResource


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
            *("code", "slug", "title_fr", "title_en", "unit_fr", "unit_en", "kind", "decimals", "direction", "measure"),
            "band",
            *("judged_part", "target_value", "target_year", "target_origin_fr", "target_origin_en"),
            *("goals", "targets", "priority_issues", "source", "department", "frequency", "peer_group"),
            *("sentence_fr", "sentence_en", "definition_fr", "definition_en", "scope_fr", "scope_en"),
            *("method_fr", "method_en", "limits_fr", "limits_en", "explanation_fr", "explanation_en"),
            *("chart_description_fr", "chart_description_en", "proxy_note_fr", "proxy_note_en"),
            *("commentary_fr", "commentary_en", "commentary_author", "commentary_date"),
            *("notice_kind", "notice_fr", "notice_en"),
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


def indicator_rows(user: Any) -> QuerySet[Indicator]:
    """Those that this person may see, with what their file says."""
    rows = visible_indicators(user).select_related("source", "department", "peer_group")
    return rows.prefetch_related("goals", "targets", "priority_issues").order_by("code")

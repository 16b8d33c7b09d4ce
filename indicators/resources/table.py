"""What the tables of the catalogue have in common as files."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils.translation import gettext as _
from import_export import fields, resources
from wagtail.log_actions import log
from wagtail.permissions import policy_registry

from portal.csv_safety import safe_cell


class CatalogueResource(resources.ModelResource):
    """Who may, the log, the guard against formulas."""

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

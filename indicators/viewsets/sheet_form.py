"""The form of an indicator's sheet: both languages before it goes to review, one's own departments only."""

from typing import Any

from django import forms
from wagtail.admin.forms.models import WagtailAdminModelForm

from indicators.permissions import scope_of
from portal.models import Department

REQUIRED_TEXTS = ("title_en", "unit_en", "definition_fr", "definition_en")
"""Needed by a public page in two languages; a draft does without."""


class SheetForm(WagtailAdminModelForm):
    """A draft may be incomplete; what goes to review may not."""

    class Meta:
        widgets = {
            "goals": forms.CheckboxSelectMultiple,
            "priority_issues": forms.CheckboxSelectMultiple,
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in REQUIRED_TEXTS:
            if name in self.fields:
                self.fields[name].required = True
        if "department" in self.fields:
            self.fields["department"].queryset = departments_for(self.for_user)
        if self.instance.pk and "code" in self.fields:
            self.fields["code"].disabled = True


def departments_for(user: Any) -> Any:
    """The departments in whose name this person may write a sheet."""
    scope = scope_of(user) if user else None
    if scope is None or scope.everything:
        return Department.objects.all()
    return Department.objects.filter(pk__in=scope.departments)

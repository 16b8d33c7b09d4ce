"""The form of an indicator's sheet: both languages before it goes to review, one's own departments only."""

from typing import Any

from django import forms
from django.contrib.auth.models import AnonymousUser
from wagtail.admin.forms.models import WagtailAdminModelForm

from indicators.permissions import departments_of

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
            self.fields["department"].queryset = departments_of(self.for_user or AnonymousUser())
        if "related" in self.fields:
            self.fields["related"].queryset = self.fields["related"].queryset.exclude(pk=self.instance.pk)
        if self.instance.pk and "code" in self.fields:
            self.fields["code"].disabled = True

"""The form of a planned publication: a date that moves, or is called off, asks for a reason that the public reads."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.widgets import AdminDateInput

from indicators.models import PlannedRelease, Source
from indicators.permissions import importable_indicators
from indicators.services.calendar import cancel_release, move_release, plan_release, reword_release

OPEN = (PlannedRelease.Status.PROVISIONAL, PlannedRelease.Status.CONFIRMED)


class PlannedReleaseForm(WagtailAdminModelForm):
    """Plans, moves, confirms or calls off, by the services of the calendar."""

    reason_fr = forms.CharField(
        label=_("raison du changement, en français"),
        max_length=240,
        required=False,
        help_text=_("Obligatoire si la date change ou si la publication est annulée. Publique et jamais effacée."),
    )
    reason_en = forms.CharField(label=_("raison du changement, en anglais"), max_length=240, required=False)

    class Meta:
        model = PlannedRelease
        fields = ["source", "indicator", "expected", "precision", "status", "note_fr", "note_en"]
        widgets = {"expected": AdminDateInput}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        mine = importable_indicators(self.for_user)
        self.fields["indicator"].queryset = mine
        self.fields["source"].queryset = Source.objects.filter(
            Q(indicators__in=mine) | Q(planned_releases=self.instance.pk or 0)
        ).distinct()
        known = dict(PlannedRelease.Status.choices)
        choices = OPEN if self.instance.pk is None else (*OPEN, PlannedRelease.Status.CANCELLED)
        self.fields["status"].choices = [(code, known[code]) for code in choices]
        if self.instance.pk is None:
            del self.fields["reason_fr"], self.fields["reason_en"]
        else:
            self.before = PlannedRelease.objects.get(pk=self.instance.pk)
            for name in ("source", "indicator"):
                self.fields[name].disabled = True

    def clean(self) -> dict[str, Any]:
        """Raises ValidationError for a closed publication, and for a change without a reason."""
        data: dict[str, Any] = super().clean()
        if self.instance.pk is None:
            return data
        if not self.before.is_open:
            raise ValidationError(_("Cette publication est close\u00a0: planifiez la suivante."))
        if (self.moves(data) or self.calls_off(data)) and not data.get("reason_fr"):
            self.add_error("reason_fr", _("Dites pourquoi la date change\u00a0: la raison est publique."))
        return data

    def moves(self, data: dict[str, Any]) -> bool:
        """Is there another date, or another precision?"""
        return (data.get("expected"), data.get("precision")) != (self.before.expected, self.before.precision)

    def calls_off(self, data: dict[str, Any]) -> bool:
        """Is it cancelled?"""
        return data.get("status") == PlannedRelease.Status.CANCELLED

    def save(self, commit: bool = True) -> PlannedRelease:
        """What the person asked for, through the services."""
        if self.instance.pk is None:
            return plan_release(planned=self.instance, user=self.for_user)
        data, planned = self.cleaned_data, self.before
        why = {"reason_fr": data["reason_fr"], "reason_en": data["reason_en"], "user": self.for_user}
        if self.calls_off(data):
            return cancel_release(planned=planned, **why)
        if self.moves(data):
            move_release(planned=planned, expected=data["expected"], precision=data["precision"], **why)
        return reword_release(planned=planned, status=data["status"], note_fr=data["note_fr"], note_en=data["note_en"])

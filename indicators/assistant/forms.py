"""The forms of the assistant: drop, sheet of a new indicator, submission, decision."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from indicators.importing.formats.limits import MAX_BYTES
from indicators.importing.formats.refusals import refused
from indicators.models import Goal, Indicator, Source, Upload
from indicators.models.indicator import Direction
from indicators.permissions import departments_of, importable_indicators
from indicators.services.new_indicator import namesake
from portal.models import Department, User

ACCEPTED = ".csv,.tsv,.txt,.tab,.xlsx,.xls,.ods,.json"


class DescribedWidgets:
    """Ties each widget to its help and its errors, as a screen reader needs it."""

    fields: dict[str, forms.Field]

    def add_error(self, field: str | None, error: Any) -> None:
        super().add_error(field, error)  # type: ignore[misc]
        if field in self.fields:
            self.fields[field].widget.attrs["aria-invalid"] = "true"


class DepositForm(DescribedWidgets, forms.Form):
    """A file, and the indicator that it updates; no indicator means a new one."""

    indicator = forms.ModelChoiceField(
        Indicator.objects.none(),
        label=_("Que mettez-vous à jour\u202f?"),
        required=False,
        empty_label=_("Nouvel indicateur"),
        to_field_name="code",
        error_messages={"invalid_choice": _("Choisissez un indicateur de votre direction.")},
    )
    file = forms.FileField(
        label=_("Fichier de la source"),
        widget=forms.FileInput(attrs={"accept": ACCEPTED, "aria-describedby": "file-hint"}),
        error_messages={
            "required": _("Choisissez un fichier."),
            "empty": _("Le fichier est vide."),
            "invalid": _("Choisissez un fichier."),
        },
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["indicator"].queryset = importable_indicators(user)  # type: ignore[attr-defined]

    def clean_file(self) -> UploadedFile:
        """Refused by its size before anything reads it into memory."""
        file: UploadedFile = self.cleaned_data["file"]
        if (file.size or 0) > MAX_BYTES:
            raise forms.ValidationError(str(refused("too_large")))
        return file


NOW, AT_A_DATE = "now", "date"


class PublicationDate(DescribedWidgets):
    """The two fields that say when to publish; used with a `forms.Form`."""

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data  # type: ignore[misc]
        wanted = cleaned.get("go_live_at")
        if cleaned.get("when") != AT_A_DATE:
            cleaned["go_live_at"] = None
        elif not wanted and "go_live_at" not in self.errors:  # type: ignore[attr-defined]
            self.add_error("go_live_at", _("Choisissez le jour et l’heure de publication."))
        elif wanted and wanted <= timezone.now():
            self.add_error("go_live_at", _("Cette date est passée."))
        return cleaned


def when_field(label: Any, now: Any) -> forms.ChoiceField:
    """At once, or at a date."""
    choices = ((NOW, now), (AT_A_DATE, _("À une date")))
    return forms.ChoiceField(label=label, choices=choices, widget=forms.RadioSelect, initial=NOW, required=False)


def date_field() -> forms.DateTimeField:
    """The date and time of publication, in the time zone of the site."""
    widget = forms.DateTimeInput(attrs={"type": "datetime-local", "class": "dt"}, format="%Y-%m-%dT%H:%M")
    formats = ["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M", "%d/%m/%Y %H:%M"]
    return forms.DateTimeField(
        label=_("Jour et heure de publication"), required=False, widget=widget, input_formats=formats
    )


class SubmissionForm(PublicationDate, forms.Form):
    """What goes with an update to its reviewer, and to readers when it corrects figures already public."""

    message = forms.CharField(
        label=_("Un mot pour la personne qui relit"),
        help_text=_("Facultatif. Ce qui explique les révisions, par exemple."),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    when = when_field(_("Publication souhaitée"), _("Dès l’accord"))
    go_live_at = date_field()
    is_correction = forms.BooleanField(label=_("Cette mise à jour corrige une erreur publiée"), required=False)
    note_fr = forms.CharField(
        label=_("Note publique en français"),
        help_text=_("Facultative. Ce qui change, pour les lecteurs. Datée et publique."),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    note_en = forms.CharField(
        label=_("Note publique en anglais"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 2})
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("is_correction") and not cleaned.get("note_fr"):
            self.add_error("note_fr", _("Une correction se dit aux lecteurs : écrivez ce qui était faux."))
        return cleaned


ENGLISH_HINT = _("Facultatif. Si ce champ est vide, la page anglaise montrera le texte français.")
NEW_SOURCE = ("producer", "source_name", "licence")
"""What describes a source that is not known yet."""


class SheetForm(DescribedWidgets, forms.Form):
    """Enough of a new indicator to show its figures; the rest is written in its sheet."""

    title_fr = forms.CharField(label=_("Titre en français"), max_length=160)
    title_en = forms.CharField(
        label=_("Titre en anglais"),
        help_text=ENGLISH_HINT,
        max_length=160,
        required=False,
    )
    unit_fr = forms.CharField(label=_("Unité"), help_text=_("%, €, accidents pour 1 000 salariés…"), max_length=60)
    unit_en = forms.CharField(label=_("Unité en anglais"), help_text=ENGLISH_HINT, max_length=60, required=False)
    direction = forms.TypedChoiceField(
        label=_("Sens souhaité"), choices=Direction.choices, coerce=int, initial=Direction.NONE
    )
    department = forms.ModelChoiceField(Department.objects.none(), label=_("Direction"), empty_label=None)
    source = forms.ModelChoiceField(
        Source.objects.all(), label=_("Source"), required=False, empty_label=_("Nouvelle source, décrite à côté")
    )
    producer = forms.CharField(label=_("Producteur de la nouvelle source"), max_length=160, required=False)
    source_name = forms.CharField(label=_("Nom de son jeu de données"), max_length=200, required=False)
    licence = forms.CharField(
        label=_("Licence de la nouvelle source"),
        help_text=_("Licence Ouverte 2.0, ODbL…"),
        max_length=120,
        required=False,
    )
    goals = forms.ModelMultipleChoiceField(
        Goal.objects.all(),
        label=_("Objectifs de développement durable"),
        help_text=_("Un au moins."),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choisissez au moins un objectif.")},
    )

    same: Indicator | None = None
    """The indicator that has this title already, when there is one."""

    def __init__(self, *args: Any, user: User, upload: Upload, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.upload = upload
        departments = departments_of(user)
        self.fields["department"].queryset = departments  # type: ignore[attr-defined]
        self.fields["department"].initial = departments.first()

    def unanswered(self) -> list[str]:
        """Labels of what is needed and still empty, sent or not."""
        needed = ["title_fr", "unit_fr", "goals"]
        needed += [] if self["source"].value() else list(NEW_SOURCE)
        return [str(self[name].label) for name in needed if not self[name].value()]

    def clean_title_fr(self) -> str:
        title: str = self.cleaned_data["title_fr"]
        self.same = namesake(title=title, upload=self.upload)
        if self.same:
            raise forms.ValidationError(_("Un indicateur porte déjà ce titre : mettez-le à jour, ou changez ce titre."))
        return title

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not cleaned.get("source"):
            for name in NEW_SOURCE:
                if not cleaned.get(name):
                    self.add_error(name, _("Nécessaire pour une nouvelle source."))
        return cleaned


APPROVE, CHANGE = "approve", "change"


class DecisionForm(PublicationDate, forms.Form):
    """What the reviewer decides. `compared_with` is the release that the screen was compared with, "" for none."""

    decision = forms.ChoiceField(
        label=_("Décision"),
        choices=((APPROVE, _("Approuver")), (CHANGE, _("Demander une correction"))),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choisissez : approuver, ou demander une correction.")},
    )
    comment = forms.CharField(
        label=_("Votre mot"),
        help_text=_("Obligatoire pour demander une correction."),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    when = when_field(_("Si vous approuvez, publier"), _("Tout de suite"))
    go_live_at = date_field()
    compared_with = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("decision") == CHANGE and not cleaned.get("comment", "").strip():
            self.add_error("comment", _("Dites ce qui est à corriger."))
        return cleaned


class WithdrawalForm(DescribedWidgets, forms.Form):
    """Why an update is taken offline."""

    reason = forms.CharField(
        label=_("Pourquoi la retirer\u202f?"),
        help_text=_("La version d’avant reviendra en ligne. La raison est gardée dans le journal."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Dites pourquoi cette mise à jour est retirée.")},
    )

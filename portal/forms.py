"""Account forms of the admin: the department decides which figures a person sees."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.users.forms import UserCreationForm, UserEditForm

from .models import Department


class DepartmentField(forms.ModelMultipleChoiceField):
    """The departments of a person, as boxes to tick."""

    def __init__(self, **options: object) -> None:
        super().__init__(
            queryset=Department.objects.all(),
            required=False,
            label=_("Directions"),
            help_text=_(
                "Les chiffres de ces directions, et d’elles seules, sont visibles et modifiables par cette personne."
            ),
            widget=forms.CheckboxSelectMultiple,
        )


class AccountCreationForm(UserCreationForm):
    departments = DepartmentField()

    class Meta(UserCreationForm.Meta):
        fields = UserCreationForm.Meta.fields | {"departments"}


class AccountEditForm(UserEditForm):
    departments = DepartmentField()

    class Meta(UserEditForm.Meta):
        fields = UserEditForm.Meta.fields | {"departments"}

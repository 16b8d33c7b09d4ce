"""Account forms of the admin: the department decides which figures a person sees."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.users.forms import UserCreationForm, UserEditForm

from .models import Department, User


class DepartmentField(forms.ModelMultipleChoiceField):
    """The departments of a person, as boxes to tick."""

    def __init__(self) -> None:
        super().__init__(
            queryset=Department.objects.all(),
            required=False,
            label=_("Directions"),
            help_text=User._meta.get_field("departments").help_text,
            widget=forms.CheckboxSelectMultiple,
        )


class AccountCreationForm(UserCreationForm):
    """A new account, with its departments."""

    departments = DepartmentField()

    class Meta(UserCreationForm.Meta):
        fields = UserCreationForm.Meta.fields | {"departments"}


class AccountEditForm(UserEditForm):
    """An account, with its departments."""

    departments = DepartmentField()

    class Meta(UserEditForm.Meta):
        fields = UserEditForm.Meta.fields | {"departments"}

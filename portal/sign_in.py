"""The form of the sign-in screen of the administration."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.auth import LoginForm


class SignInForm(LoginForm):
    """Wagtail's, whose label of the password no catalogue of translations has."""

    password = forms.CharField(
        label=_("Mot de passe"),
        widget=forms.PasswordInput(attrs={"placeholder": _("Entrez votre mot de passe")}),
        strip=False,
    )

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PortalConfig(AppConfig):
    """The kernel that every other app stands on."""

    name = "portal"
    verbose_name = _("portail")

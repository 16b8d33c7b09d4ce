from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class IndicatorsConfig(AppConfig):
    """The figures: from the file of a statistical office to the public page of an indicator."""

    name = "indicators"
    verbose_name = _("chiffres")

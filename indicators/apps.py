from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class IndicatorsConfig(AppConfig):
    """The figures: from the file of a statistical office to the public page of an indicator."""

    name = "indicators"
    verbose_name = _("chiffres")

    def ready(self) -> None:
        """Fill the registries of Wagtail: policies before any screen asks for one, signals, log."""
        from indicators import signal_handlers
        from indicators.policies import register_policies

        register_policies()
        signal_handlers.connect()

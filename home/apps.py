from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    """The front door: home page, search, standard pages."""

    name = "home"
    verbose_name = _("accueil")

    def ready(self) -> None:
        from home import signal_handlers

        signal_handlers.connect()

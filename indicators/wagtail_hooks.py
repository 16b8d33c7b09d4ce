"""What the figures add to Wagtail's admin."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from indicators.models import FigureLogEntry, Indicator, Release, StoredRecipe, Upload


@hooks.register("register_log_actions")
def log_actions(actions: Any) -> None:
    """What the log of the figures can say beside Wagtail's own actions, and where it is kept."""
    actions.register_action("figures.publish", _("Mise en ligne"), _("Les chiffres ont été mis en ligne"))
    actions.register_action("figures.withdraw", _("Retrait"), _("Les chiffres ont été retirés"))
    actions.register_action("figures.comparison", _("Comparaison refaite"), _("La comparaison a été refaite"))
    actions.register_action("figures.download", _("Téléchargement"), _("Le fichier d’origine a été téléchargé"))
    actions.register_action("figures.unscheduled", _("Date annulée"), _("La publication prévue n’a pas pu avoir lieu"))
    for model in (Indicator, Release, StoredRecipe, Upload):
        actions.register_model(model, FigureLogEntry)

"""What the log of figures calls what people do with them, beside Wagtail's own actions."""

from typing import Any

from django.utils.translation import gettext_lazy as _

IMPORT = "figures.import"
PUBLISH = "figures.publish"
WITHDRAW = "figures.withdraw"
COMPARE_AGAIN = "figures.comparison"
DOWNLOAD = "figures.download"

WORDS = {
    IMPORT: (_("Import"), _("Les chiffres d’un fichier ont été importés en brouillon")),
    PUBLISH: (_("Mise en ligne"), _("Les chiffres ont été mis en ligne")),
    WITHDRAW: (_("Retrait"), _("Les chiffres ont été retirés")),
    COMPARE_AGAIN: (_("Comparaison refaite"), _("La comparaison a été refaite")),
    DOWNLOAD: (_("Téléchargement"), _("Le fichier d’origine a été téléchargé")),
}
"""Label and sentence of each."""


def register_actions(registry: Any) -> None:
    """Make them known to Wagtail's log."""
    for action, (label, sentence) in WORDS.items():
        registry.register_action(action, label, sentence)

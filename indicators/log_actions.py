"""What the log of figures calls the acts of an import."""

from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import registry

IMPORT = "figures.import"

registry.register_action(IMPORT, _("Import"), _("Les chiffres d’un fichier ont été importés en brouillon"))

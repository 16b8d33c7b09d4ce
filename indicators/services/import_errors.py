"""Why an import does not become a draft release. Each carries a sentence for the person and what programs need."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from indicators.comparison import Loss
from indicators.models import Release, Upload
from portal.formatting import format_number

NAMES_SHOWN = 5


class ImportStopped(Exception):
    """Nothing was written. `str()` is a sentence for the person."""

    code = "stopped"


class AlreadyImported(ImportStopped):
    """These very bytes were imported for this indicator: `release` holds what they gave."""

    code = "already_imported"

    def __init__(self, upload: Upload, release: Release) -> None:
        self.upload, self.release = upload, release
        super().__init__(_("Ce fichier a déjà été importé\u00a0: %(release)s.") % {"release": release})


class NothingChanges(ImportStopped):
    """The figures are exactly those of `release`, online or waiting."""

    code = "nothing_changes"

    def __init__(self, release: Release) -> None:
        self.release = release
        super().__init__(
            _("Rien ne change\u00a0: les chiffres sont ceux de «\u00a0%(release)s\u00a0».") % {"release": release}
        )


class NothingToImport(ImportStopped):
    """Not a single value."""

    code = "nothing_to_import"

    def __init__(self) -> None:
        super().__init__(_("Aucune valeur n’a été lue\u00a0: vérifiez les colonnes et les filtres de la recette."))


class LossesNotAccepted(ImportStopped):
    """`losses` are those that nobody accepted by name."""

    code = "losses_not_accepted"

    def __init__(self, losses: Sequence[Loss]) -> None:
        self.losses = list(losses)
        text = ngettext(
            "%(count)s perte est à accepter ou à corriger\u00a0: %(first)s",
            "%(count)s pertes sont à accepter ou à corriger, dont\u00a0: %(first)s",
            len(self.losses),
        )
        super().__init__(text % {"count": format_number(len(self.losses)), "first": self.losses[0].sentence})


class UnknownTerritories(ImportStopped):
    """`names` are territories that the catalogue lacks: to be mapped, created or left out first."""

    code = "unknown_territories"

    def __init__(self, names: Sequence[str]) -> None:
        self.names = list(names)
        text = ngettext(
            "%(count)s territoire n’est pas dans le référentiel\u00a0: %(names)s.",
            "%(count)s territoires ne sont pas dans le référentiel\u00a0: %(names)s.",
            len(self.names),
        )
        shown = ", ".join(self.names[:NAMES_SHOWN]) + ("…" if len(self.names) > NAMES_SHOWN else "")
        super().__init__(text % {"count": format_number(len(self.names)), "names": shown})


class TextTooLong(ImportStopped):
    """A text that the database would have to cut."""

    code = "text_too_long"

    def __init__(self, column: str, text: str) -> None:
        names: dict[str, Any] = {
            "value": _("La valeur"),
            "period": _("La période"),
            "status": _("La suite de statuts"),
            "breakdown": _("La ventilation"),
        }
        values = {"what": names[column], "text": f"{text[:60]}…"}
        super().__init__(_("%(what)s «\u00a0%(text)s\u00a0» est trop longue pour être gardée sans la couper.") % values)

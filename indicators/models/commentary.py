"""What the team says on a sheet beside the figures: a commentary with its author and date, and a notice."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.bilingual import Bilingual


class NoticeKind(models.TextChoices):
    """How grave a notice is; the word stands beside the sign, so that colour is never alone."""

    INFORMATION = "information", _("information")
    WARNING = "warning", _("précaution")
    CORRECTION = "correction", _("correction")


class Commented(models.Model):
    """Texts of the reviewed sheet, so that four eyes read them like the rest."""

    commentary_fr = models.TextField(
        _("commentaire en français"),
        blank=True,
        help_text=_("Ce que disent les chiffres\u00a0: chaque phrase nomme son chiffre et sa période."),
    )
    commentary_en = models.TextField(_("commentaire en anglais"), blank=True)
    commentary_author = models.CharField(_("auteur du commentaire"), max_length=120, blank=True)
    commentary_date = models.DateField(_("date du commentaire"), null=True, blank=True)
    notice_kind = models.CharField(
        _("nature de l’avis"), max_length=12, choices=NoticeKind.choices, default=NoticeKind.INFORMATION
    )
    notice_fr = models.CharField(
        _("avis en français"), max_length=400, blank=True, help_text=_("Paraît en haut de la page, avant les chiffres.")
    )
    notice_en = models.CharField(_("avis en anglais"), max_length=400, blank=True)

    commentary = Bilingual("commentary")
    notice = Bilingual("notice")

    class Meta:
        abstract = True

    def clean(self) -> None:
        """A commentary is signed and dated: readers see how old it is beside the figures."""
        super().clean()
        if not self.commentary_fr:
            return
        if not self.commentary_author:
            raise ValidationError({"commentary_author": _("Un commentaire est signé\u00a0: dites qui l’écrit.")})
        if self.commentary_date is None:
            raise ValidationError({"commentary_date": _("Un commentaire est daté.")})

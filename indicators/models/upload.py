"""The bytes as received, kept private, with who brought them and what became of them."""

from django.conf import settings
from django.core.files.storage import FileSystemStorage, Storage
from django.db import models
from django.utils.translation import gettext_lazy as _

from .indicator import Indicator
from .recipe import StoredRecipe


def private_storage() -> Storage:
    """Outside every served folder: only a view that checks the person's rights hands a file out."""
    return FileSystemStorage(location=settings.PRIVATE_MEDIA_ROOT)


class Upload(models.Model):
    """A file brought by a person, and the state of its reading."""

    class State(models.TextChoices):
        """From received to imported; a refused or abandoned file goes no further."""

        RECEIVED = "received", _("reçu")
        REFUSED = "refused", _("refusé")
        READ = "read", _("lu, à vérifier")
        IMPORTED = "imported", _("importé")
        ABANDONED = "abandoned", _("abandonné")

    file = models.FileField(_("fichier"), storage=private_storage, upload_to="uploads/%Y/%m")
    original_name = models.CharField(_("nom du fichier"), max_length=255)
    sha256 = models.CharField(_("empreinte SHA-256"), max_length=64, db_index=True)
    size = models.PositiveBigIntegerField(_("taille en octets"))
    indicator = models.ForeignKey(
        Indicator, models.PROTECT, verbose_name=_("indicateur"), related_name="uploads", null=True, blank=True
    )
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("déposé par"), related_name="uploads"
    )
    uploaded_at = models.DateTimeField(_("déposé le"), auto_now_add=True)
    state = models.CharField(_("état"), max_length=10, choices=State.choices, default=State.RECEIVED)
    answers = models.JSONField(_("réponses de la personne"), default=dict, blank=True)
    recipe_document = models.JSONField(_("recette en cours"), default=dict, blank=True)
    recipe = models.ForeignKey(
        StoredRecipe, models.SET_NULL, verbose_name=_("recette reprise"), related_name="+", null=True, blank=True
    )
    detection = models.JSONField(_("ce qui a été détecté"), default=dict, blank=True)
    account = models.JSONField(_("compte des lignes"), default=dict, blank=True)
    refusal = models.JSONField(_("raison du refus"), default=dict, blank=True)
    progress = models.PositiveSmallIntegerField(_("avancement en %"), default=0)
    saved_at = models.DateTimeField(_("brouillon gardé le"), auto_now=True)

    class Meta:
        verbose_name = _("fichier déposé")
        verbose_name_plural = _("fichiers déposés")
        ordering = ["-uploaded_at"]

    def __str__(self) -> str:
        return self.original_name

"""A release: one reviewed set of observations of one indicator, always a complete snapshot."""

from datetime import datetime

from django.conf import settings
from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import DraftStateMixin, LockableMixin, PreviewableMixin, RevisionMixin, WorkflowMixin

from portal.bilingual import Bilingual
from portal.models import Reviewed

from .indicator import Indicator
from .recipe import StoredRecipe
from .upload import Upload


class Release(Reviewed, WorkflowMixin, DraftStateMixin, LockableMixin, RevisionMixin, PreviewableMixin, models.Model):
    """What a reviewer reads and approves. The rows hang on it by a plain foreign key, never inside its revisions.

    What an import found stands in `ReleaseImport`: publishing writes every field of this model back from the
    revision, so a fact stored here after the revision was made would be lost.
    """

    indicator = models.ForeignKey(Indicator, models.PROTECT, verbose_name=_("indicateur"), related_name="releases")
    number = models.PositiveIntegerField(_("version"), editable=False)
    created_at = models.DateTimeField(_("créée le"), auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("importée par"), related_name="+", editable=False
    )
    message = models.TextField(_("mot pour la personne qui relit"), blank=True)
    note_fr = models.TextField(
        _("note publique en français"),
        blank=True,
        help_text=_("Ce qui change ou se corrige, pour les lecteurs. Datée et publique."),
    )
    note_en = models.TextField(_("note publique en anglais"), blank=True)
    is_correction = models.BooleanField(_("correction d’une erreur"), default=False)
    override_trend = models.CharField(_("tendance décidée par une personne"), max_length=20, blank=True)
    override_reason_fr = models.TextField(_("raison de cette décision, en français"), blank=True)
    override_reason_en = models.TextField(_("raison de cette décision, en anglais"), blank=True)

    _revisions = GenericRelation("wagtailcore.Revision", related_query_name="release")
    workflow_states = GenericRelation(
        "wagtailcore.WorkflowState",
        content_type_field="base_content_type",
        object_id_field="object_id",
        related_query_name="release",
        for_concrete_model=False,
    )

    facts_of_the_row = ("indicator_id", "number", "created_at", "created_by_id", "expire_at")

    note = Bilingual("note")
    override_reason = Bilingual("override_reason")

    class Meta:
        verbose_name = _("mise à jour des chiffres")
        verbose_name_plural = _("mises à jour des chiffres")
        ordering = ["-created_at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["indicator", "number"], name="release_number_once")]

    def __str__(self) -> str:
        return _("%(indicator)s, version %(number)s") % {"indicator": self.indicator, "number": self.number}

    @property
    def revisions(self) -> models.QuerySet:
        return self._revisions

    @property
    def went_public_at(self) -> datetime | None:
        """When it last went online; None for a release that never did."""
        return self.last_published_at or self.first_published_at

    def get_preview_template(self, request: object, mode_name: str) -> str:
        return "indicators/preview.html"

    def lock_for_publication(self) -> None:
        """One publication or withdrawal at a time for an indicator."""
        Indicator.objects.select_for_update(no_key=True).get(pk=self.indicator_id)

    def reviewed_facts(self) -> str:
        """The rows that were reviewed, by their digest."""
        facts = ReleaseImport.objects.filter(release=self).values_list("state", "digest", "observation_count").first()
        return str(facts)

    def review_basis(self) -> str:
        """The release that this one would replace."""
        online = Indicator.objects.filter(pk=self.indicator_id).values_list("publication__release_id", flat=True)
        return str(online.first() or "")

    def other_contributors(self) -> set[int | None]:
        """Who imported the rows and who brought the file."""
        uploads = ReleaseImport.objects.filter(release=self).values_list("upload__uploaded_by_id", flat=True)
        return {self.created_by_id, *uploads}


class ReleaseImport(models.Model):
    """Where the rows of a release come from and what became of them; never edited by hand."""

    class State(models.TextChoices):
        """`loading` rows are invisible to everybody; a crash leaves them there and `clean_imports` removes them."""

        LOADING = "loading", _("en cours d’écriture")
        SEALED = "sealed", _("complète")

    release = models.OneToOneField(Release, models.CASCADE, verbose_name=_("mise à jour"), related_name="provenance")
    state = models.CharField(_("état"), max_length=10, choices=State.choices, default=State.LOADING)
    upload = models.ForeignKey(
        Upload, models.PROTECT, verbose_name=_("fichier"), related_name="imports", null=True, blank=True
    )
    recipe = models.ForeignKey(
        StoredRecipe, models.SET_NULL, verbose_name=_("recette"), related_name="+", null=True, blank=True
    )
    recipe_document = models.JSONField(_("recette appliquée"), default=dict)
    account = models.JSONField(_("compte des lignes"), default=dict)
    losses = models.JSONField(_("pertes acceptées"), default=list)
    observation_count = models.PositiveIntegerField(_("valeurs"), default=0)
    digest = models.CharField(_("empreinte des valeurs"), max_length=64, blank=True)
    has_intervals = models.BooleanField(_("avec intervalles de confiance"), default=False)
    sealed_at = models.DateTimeField(_("complète depuis"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(_("retirée le"), null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("retirée par"), related_name="+", null=True, blank=True
    )
    withdrawal_reason = models.TextField(_("raison du retrait"), blank=True)

    class Meta:
        verbose_name = _("provenance")
        verbose_name_plural = _("provenances")

    def __str__(self) -> str:
        return str(self.release)

"""Bundles: pages and figures that go online together, at one moment, or not at all."""

from typing import Any

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class PreviewTeam(models.Model):
    """People who may read a bundle before it is online: an elected official, a partner, a press officer."""

    name = models.CharField(_("nom"), max_length=120, unique=True)
    members = models.ManyToManyField(
        settings.AUTH_USER_MODEL, verbose_name=_("membres"), related_name="preview_teams", blank=True
    )

    class Meta:
        verbose_name = _("équipe de prévisualisation")
        verbose_name_plural = _("équipes de prévisualisation")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Bundle(models.Model):
    """What is approved inside an open bundle waits for the bundle; publishing the bundle puts all of it online."""

    class State(models.TextChoices):
        """From its making to its end."""

        OPEN = "open", _("en préparation")
        PUBLISHED = "published", _("en ligne")
        CANCELLED = "cancelled", _("abandonné")

    title = models.CharField(_("titre"), max_length=160)
    publish_at = models.DateTimeField(
        _("date de mise en ligne"), null=True, blank=True, help_text=_("Vide : quand quelqu’un le décide.")
    )
    state = models.CharField(_("état"), max_length=10, choices=State.choices, default=State.OPEN, editable=False)
    preview_teams = models.ManyToManyField(
        PreviewTeam, verbose_name=_("équipes de prévisualisation"), related_name="bundles", blank=True
    )
    failure = models.TextField(_("ce qui a empêché la mise en ligne"), blank=True, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("créé par"),
        null=True,
        related_name="+",
        editable=False,
    )
    created_at = models.DateTimeField(_("créé le"), default=timezone.now, editable=False)
    published_at = models.DateTimeField(_("mis en ligne le"), null=True, editable=False)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("mis en ligne par"),
        null=True,
        related_name="+",
        editable=False,
    )

    class Meta:
        verbose_name = _("lot de publications")
        verbose_name_plural = _("lots de publications")
        ordering = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return self.title


class BundleItem(models.Model):
    """A page, a release or a sheet in a bundle; in one open bundle at most (`portal.bundles.add_to_bundle`)."""

    bundle = models.ForeignKey(Bundle, models.CASCADE, verbose_name=_("lot"), related_name="items")
    content_type = models.ForeignKey("contenttypes.ContentType", models.CASCADE, related_name="+")
    object_id = models.CharField(max_length=64)
    subject: Any = GenericForeignKey("content_type", "object_id")
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("élément d’un lot")
        verbose_name_plural = _("éléments d’un lot")
        ordering = ["position", "pk"]
        constraints = [models.UniqueConstraint(fields=["bundle", "content_type", "object_id"], name="bundle_item_once")]

    def __str__(self) -> str:
        return str(self.subject)

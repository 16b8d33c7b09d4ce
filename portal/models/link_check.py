"""What became of the addresses elsewhere that pages lead to: the last answer of each."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


class LinkCheckQuerySet(models.QuerySet["LinkCheck"]):
    """Named filters."""

    def broken(self) -> "LinkCheckQuerySet":
        """Those that did not answer the last time, the longest silent first."""
        return self.filter(is_answering=False, checked_at__isnull=False).order_by("failing_since", "address")


class LinkCheck(models.Model):
    """An address elsewhere, the pages that lead to it, and whether it answered the last time it was asked."""

    address = models.URLField(_("adresse"), max_length=500, unique=True)
    pages = models.ManyToManyField(Page, verbose_name=_("pages"), related_name="+", blank=True)
    checked_at = models.DateTimeField(_("vérifiée le"), null=True, blank=True)
    is_answering = models.BooleanField(_("répond"), default=True)
    trouble = models.CharField(_("ce qui ne va pas"), max_length=120, blank=True)
    failing_since = models.DateTimeField(_("ne répond plus depuis"), null=True, blank=True)

    objects = LinkCheckQuerySet.as_manager()

    class Meta:
        verbose_name = _("lien vérifié")
        verbose_name_plural = _("liens vérifiés")
        ordering = ["address"]

    def __str__(self) -> str:
        return self.address

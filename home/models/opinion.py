"""« Cette page vous a-t-elle été utile ? »: answers without a cookie, an address or an identifier."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Opinion(models.Model):
    """One answer about a page, or one comment: nothing links the two, nor two answers of the same person."""

    address = models.CharField(_("page"), max_length=300, help_text=_("Chemin de la page, sans ce qui suit le « ? »."))
    is_useful = models.BooleanField(_("utile"), null=True)
    comment = models.TextField(_("commentaire"), max_length=1000, blank=True)
    given_at = models.DateTimeField(_("donné le"), default=timezone.now)

    class Meta:
        verbose_name = _("avis de lecteur")
        verbose_name_plural = _("avis de lecteurs")
        ordering = ["-given_at", "-pk"]
        indexes = [models.Index(fields=["given_at", "address"], name="opinion_moment_address")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(is_useful__isnull=False) | ~models.Q(comment=""), name="opinion_says_something"
            )
        ]

    def __str__(self) -> str:
        return f"{self.address} {self.given_at:%Y-%m-%d}"

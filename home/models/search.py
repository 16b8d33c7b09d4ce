"""The index of the search: what can be found, and the words that lead to it."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SearchEntry(models.Model):
    """Something public, in one language. Written by `home.search.indexing` only."""

    language = models.CharField(_("langue"), max_length=10)
    kind = models.CharField(_("sorte"), max_length=20)
    reference = models.CharField(_("référence"), max_length=120)
    title = models.CharField(_("titre"), max_length=255)
    summary = models.TextField(_("résumé"), blank=True)
    text = models.TextField(_("texte"), blank=True)
    address = models.CharField(_("adresse"), max_length=500, help_text=_("Sans le sous-chemin du site."))
    date = models.DateField(_("date"), null=True, blank=True)
    digest = models.CharField(_("empreinte"), max_length=64)

    class Meta:
        verbose_name = _("entrée de la recherche")
        verbose_name_plural = _("entrées de la recherche")
        constraints = [
            models.UniqueConstraint(fields=["language", "kind", "reference"], name="search_entry_once_per_language")
        ]

    def __str__(self) -> str:
        return self.title


class SearchWord(models.Model):
    """A word of an entry: as written, without accents, and its stem; the heavier, the more it says about the entry."""

    entry = models.ForeignKey(SearchEntry, models.CASCADE, verbose_name=_("entrée"), related_name="words")
    stem = models.CharField(_("racine"), max_length=60, db_index=True)
    word = models.CharField(_("mot"), max_length=60, db_index=True)
    written = models.CharField(_("mot écrit"), max_length=60)
    weight = models.PositiveSmallIntegerField(_("poids"))

    class Meta:
        verbose_name = _("mot de la recherche")
        verbose_name_plural = _("mots de la recherche")
        constraints = [models.UniqueConstraint(fields=["entry", "word"], name="search_word_once_per_entry")]

    def __str__(self) -> str:
        return self.written

"""The index of the 17 goals, and the page of each of them."""

from typing import ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from indicators.models import Goal
from portal.models.page import BasePage
from sdg_pages.selectors.goal_facts import goal_facts
from sdg_pages.selectors.goal_states import goal_states
from sdg_pages.wording.goal_words import goal_words
from sdg_pages.wording.tiles import index_words

from .editorial import EditorialPage


class SdgIndexPage(BasePage):
    """All the goals, followed or not, one index per language."""

    introduction = models.TextField(_("introduction"), blank=True)

    max_count_per_parent = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["sdg_pages.SdgPage"]
    private_page_options: ClassVar = []
    content_panels = [*BasePage.content_panels, "introduction"]
    template = "sdg_pages/goal_index.html"

    class Meta:
        verbose_name = _("liste des objectifs")
        verbose_name_plural = _("listes des objectifs")

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict[str, object]:
        """The page with the state of every goal, in as many queries as `goal_states` makes."""
        return super().get_context(request, *args, **kwargs) | index_words(goal_states())


class SdgPage(EditorialPage):
    """Where the territory stands on one goal. Its slug is the number of the goal: `/fr/odd/5/`."""

    goal = models.ForeignKey(Goal, models.PROTECT, verbose_name=_("objectif"), related_name="pages")
    key_message = models.CharField(
        _("message clé"),
        max_length=240,
        blank=True,
        help_text=_("Une ou deux phrases : ce que les chiffres disent. Laissez vide pour une phrase automatique."),
    )

    parent_page_types = ["sdg_pages.SdgIndexPage"]
    subpage_types: list[str] = []
    private_page_options: ClassVar = []
    content_panels = [*BasePage.content_panels, "key_message", *EditorialPage.body_panels]
    template = "sdg_pages/goal_page.html"

    class Meta:
        verbose_name = _("page d’un objectif")
        verbose_name_plural = _("pages des objectifs")

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict[str, object]:
        """The page with its figures, in as many queries as `goal_facts` makes, those of its text included."""
        words = goal_words(self, goal_facts(self))
        return super().get_context(request, *args, **kwargs) | words

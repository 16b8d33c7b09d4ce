"""What an article, a resource and an event have in common: an axis, a summary, goals and priority issues."""

from typing import ClassVar

from django import forms
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, MultiFieldPanel

from indicators.models import Goal, PriorityIssue

from .editorial import EditorialPage


class Axis(models.TextChoices):
    """The three axes of the CSR platform; their values are the words of the address."""

    UNDERSTAND = "comprendre", _("Comprendre")
    GET_INSPIRED = "s-inspirer", _("S’inspirer")
    ACT = "agir", _("Agir")


class TaggedPage(EditorialPage):
    """Abstract: a page of the « articles and resources » part."""

    axis = models.CharField(_("axe"), max_length=12, choices=Axis.choices, default=Axis.UNDERSTAND)
    summary = models.TextField(
        _("résumé"), max_length=300, help_text=_("Une ou deux phrases, montrées dans les listes et en tête de page.")
    )
    goals = ParentalManyToManyField(Goal, verbose_name=_("objectifs"), related_name="+", blank=True)
    priority_issues = ParentalManyToManyField(
        PriorityIssue, verbose_name=_("enjeux prioritaires"), related_name="+", blank=True
    )

    tag_panels: ClassVar = [
        MultiFieldPanel(
            [
                "axis",
                FieldPanel("goals", widget=forms.CheckboxSelectMultiple),
                FieldPanel("priority_issues", widget=forms.CheckboxSelectMultiple),
            ],
            heading=_("Classement"),
        )
    ]
    parent_page_types = ["sdg_pages.ArticleIndexPage"]
    subpage_types: list[str] = []

    class Meta:
        abstract = True

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict[str, object]:
        """The page with what stands around its body: at most thirteen queries with figures, six without."""
        from sdg_pages.wording.reading import around

        context = super().get_context(request, *args, **kwargs)
        return context | around(self, context["figures"], request)

"""An indicator: what is measured, how to read it, who answers for it. Its figures hang on releases."""

from django.contrib.contenttypes.fields import GenericRelation
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.models import DraftStateMixin, LockableMixin, PreviewableMixin, RevisionMixin, WorkflowMixin
from wagtail.search import index

from indicators import units
from indicators.trends import codes
from portal.bilingual import Bilingual
from portal.decimals import ExactDecimalField
from portal.models import Department, Reviewed

from .commentary import Commented
from .goal import Goal, PriorityIssue, Target
from .source import Frequency, Source
from .territory import PeerGroup


class Direction(models.IntegerChoices):
    """Which way is progress."""

    HIGHER = codes.HIGHER_IS_BETTER, _("plus, c’est mieux")
    LOWER = codes.LOWER_IS_BETTER, _("moins, c’est mieux")
    NONE = codes.NO_DIRECTION, _("aucun sens souhaité")


class Measure(models.TextChoices):
    """How an evolution is measured."""

    RATE = codes.RATE, _("en pourcentage par an")
    POINTS = codes.POINTS, _("en points par an")


class Kind(models.TextChoices):
    """What the value is: only an amount grows with the size of its territory, so that comparing it says nothing."""

    RATE = units.RATE, _("taux, part ou moyenne")
    AMOUNT = units.AMOUNT, _("quantité, qui grandit avec le territoire")
    INDEX = units.INDEX, _("indice ou rapport")


class IndicatorQuerySet(models.QuerySet["Indicator"]):
    """Named filters."""

    def published(self) -> "IndicatorQuerySet":
        """Public ones: the sheet is live and a release is online."""
        return self.filter(live=True, publication__isnull=False)


class Indicator(
    Reviewed,
    WorkflowMixin,
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    PreviewableMixin,
    index.Indexed,
    Commented,
    ClusterableModel,
):
    """The sheet of an indicator, in both languages."""

    code = models.SlugField(
        _("code"),
        max_length=60,
        unique=True,
        help_text=_("Ne change jamais : des fichiers et des scripts s’y réfèrent."),
    )
    slug = models.SlugField(_("adresse"), max_length=80, unique=True, blank=True)
    title_fr = models.CharField(_("titre en français"), max_length=160)
    title_en = models.CharField(_("titre en anglais"), max_length=160, blank=True)
    unit_fr = models.CharField(
        _("unité en français"), max_length=60, help_text=_("%, €, accidents pour 1 000 salariés…")
    )
    unit_en = models.CharField(_("unité en anglais"), max_length=60, blank=True)
    kind = models.CharField(
        _("nature de la valeur"),
        max_length=10,
        choices=Kind.choices,
        default=Kind.RATE,
        help_text=_("Une quantité n’est ni comparée ni classée\u00a0: elle dépend surtout de la taille du territoire."),
    )
    decimals = models.PositiveSmallIntegerField(_("décimales affichées"), default=1)

    direction = models.SmallIntegerField(_("sens souhaité"), choices=Direction.choices, default=Direction.NONE)
    measure = models.CharField(_("mesure de l’évolution"), max_length=10, choices=Measure.choices, default=Measure.RATE)
    band = ExactDecimalField(
        _("bande de stabilité"), null=True, blank=True, help_text=_("Par an ; vide : 0,5 % ou 0,2 point.")
    )
    judged_part = models.PositiveSmallIntegerField(
        _("partie de l’année jugée"),
        default=0,
        help_text=_(
            "Séries infra-annuelles : 0 pour la moyenne des années complètes, sinon le rang du trimestre ou du mois."
        ),
    )
    target_value = ExactDecimalField(_("objectif chiffré"), null=True, blank=True)
    target_year = models.PositiveSmallIntegerField(_("année de l’objectif"), null=True, blank=True)
    target_origin_fr = models.CharField(_("origine de l’objectif en français"), max_length=200, blank=True)
    target_origin_en = models.CharField(_("origine de l’objectif en anglais"), max_length=200, blank=True)

    goals = ParentalManyToManyField(Goal, verbose_name=_("objectifs"), related_name="indicators", blank=True)
    targets = ParentalManyToManyField(Target, verbose_name=_("cibles"), related_name="indicators", blank=True)
    priority_issues = ParentalManyToManyField(
        PriorityIssue, verbose_name=_("enjeux prioritaires"), related_name="indicators", blank=True
    )
    related = ParentalManyToManyField(
        "self",
        verbose_name=_("indicateurs proches"),
        related_name="+",
        symmetrical=False,
        blank=True,
        help_text=_(
            "Montrés en premier sous «\u00a0Indicateurs proches\u00a0», avec ceux qui servent les mêmes objectifs."
        ),
    )
    source = models.ForeignKey(Source, models.PROTECT, verbose_name=_("source"), related_name="indicators")
    department = models.ForeignKey(Department, models.PROTECT, verbose_name=_("direction"), related_name="indicators")
    frequency = models.CharField(_("rythme"), max_length=20, choices=Frequency.choices, default=Frequency.YEARLY)
    peer_group = models.ForeignKey(
        PeerGroup, models.SET_NULL, verbose_name=_("groupe de comparaison"), null=True, blank=True, related_name="+"
    )

    sentence_fr = models.CharField(
        _("phrase en français"),
        max_length=240,
        blank=True,
        help_text=_(
            "La phrase qui ouvre la page. {territoire}, {valeur} et {période} sont remplis à chaque mise à jour."
        ),
    )
    sentence_en = models.CharField(
        _("phrase en anglais"), max_length=240, blank=True, help_text=_("Avec {territory}, {value} et {period}.")
    )
    definition_fr = models.TextField(_("définition en français"), blank=True)
    definition_en = models.TextField(_("définition en anglais"), blank=True)
    scope_fr = models.CharField(_("champ en français"), max_length=240, blank=True)
    scope_en = models.CharField(_("champ en anglais"), max_length=240, blank=True)
    method_fr = models.TextField(_("méthode en français"), blank=True)
    method_en = models.TextField(_("méthode en anglais"), blank=True)
    limits_fr = models.TextField(_("précautions en français"), blank=True)
    limits_en = models.TextField(_("précautions en anglais"), blank=True)
    explanation_fr = models.TextField(_("explication simple en français"), blank=True)
    explanation_en = models.TextField(_("explication simple en anglais"), blank=True)
    chart_description_fr = models.TextField(
        _("description du graphique en français"),
        blank=True,
        help_text=_("Ce que le graphique montre, pour qui ne le voit pas."),
    )
    chart_description_en = models.TextField(_("description du graphique en anglais"), blank=True)
    proxy_note_fr = models.CharField(
        _("indicateur approchant, en français"),
        max_length=240,
        blank=True,
        help_text=_("En quoi il s’écarte de la définition des Nations unies."),
    )
    proxy_note_en = models.CharField(_("indicateur approchant, en anglais"), max_length=240, blank=True)

    _revisions = GenericRelation("wagtailcore.Revision", related_query_name="indicator")
    workflow_states = GenericRelation(
        "wagtailcore.WorkflowState",
        content_type_field="base_content_type",
        object_id_field="object_id",
        related_query_name="indicator",
        for_concrete_model=False,
    )

    facts_of_the_row = ("code",)

    title = Bilingual("title")
    unit = Bilingual("unit")
    target_origin = Bilingual("target_origin")
    sentence = Bilingual("sentence")
    definition = Bilingual("definition")
    scope = Bilingual("scope")
    method = Bilingual("method")
    limits = Bilingual("limits")
    explanation = Bilingual("explanation")
    chart_description = Bilingual("chart_description")
    proxy_note = Bilingual("proxy_note")

    objects = IndicatorQuerySet.as_manager()

    search_fields = [
        index.SearchField("title_fr", boost=3),
        index.SearchField("title_en", boost=3),
        index.SearchField("definition_fr"),
        index.SearchField("definition_en"),
        index.AutocompleteField("title_fr"),
        index.AutocompleteField("title_en"),
        index.FilterField("live"),
        index.FilterField("department_id"),
    ]

    class Meta:
        verbose_name = _("indicateur")
        verbose_name_plural = _("indicateurs")
        ordering = ["title_fr"]

    def __str__(self) -> str:
        return self.title

    @property
    def revisions(self) -> models.QuerySet:
        return self._revisions

    def clean(self) -> None:
        super().clean()
        if (self.target_value is None) != (self.target_year is None):
            raise ValidationError({"target_year": _("Un objectif chiffré va avec son année, et l’inverse.")})

    def full_clean(self, *args: object, **kwargs: object) -> None:
        self.slug = self.slug or slugify(self.title_fr)[:80]
        super().full_clean(*args, **kwargs)

    def with_content_json(self, content: dict) -> "Indicator":
        """A revision older than `kind` keeps the kind of the row, instead of the default."""
        return super().with_content_json({"kind": self.kind} | content)

    def get_preview_template(self, request: object, mode_name: str) -> str:
        return "indicators/preview.html"

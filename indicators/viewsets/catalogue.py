"""The catalogue that figures refer to: sources, territories, groups of comparison, goals, targets, issues."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import IndexView
from wagtail.admin.viewsets.model import ModelViewSet

from indicators.models import Goal, IssueGoalLink, PeerGroup, PriorityIssue, Source, Target, Territory

from .columns import ExpectedColumn
from .exchange import ExchangeButtons
from .territory_form import TerritoryForm


class SourceIndexView(ExchangeButtons, IndexView):
    """Sources, with their files of exchange."""

    exchange = "sources"

    def get_base_queryset(self) -> QuerySet[Source]:
        return Source.objects.select_related("contact_department")


class TerritoryIndexView(ExchangeButtons, IndexView):
    """Territories, with their files of exchange."""

    exchange = "territories"

    def get_base_queryset(self) -> QuerySet[Territory]:
        return Territory.objects.select_related("parent")

    def search_queryset(self, queryset: QuerySet[Territory]) -> QuerySet[Territory]:
        """Each place once, however many of its spellings match."""
        return super().search_queryset(queryset).distinct()


class CatalogueViewSet(ModelViewSet):
    """A table of the catalogue."""

    list_per_page = 50
    search_backend_name = None
    copy_view_enabled = False
    inspect_view_enabled = True


class SourceViewSet(CatalogueViewSet):
    """Where figures come from, under which licence, and when the next ones are expected."""

    model = Source
    icon = "link-external"
    url_prefix = "chiffres/sources"
    url_namespace = "indicators_sources"
    menu_label = _("Sources")
    index_view_class = SourceIndexView
    list_filter = ["frequency", "contact_department"]
    search_fields = ["code", "name_fr", "name_en", "producer"]
    list_display = [
        "__str__",
        Column("licence", label=_("Licence"), sort_key="licence"),
        Column("frequency", accessor="get_frequency_display", label=_("Rythme"), sort_key="frequency"),
        Column("contact_department", label=_("Direction référente")),
        ExpectedColumn("next_expected", label=_("Prochaine mise à jour"), sort_key="next_expected"),
    ]
    panels = [
        FieldPanel("code"),
        MultiFieldPanel(["name_fr", "name_en", "producer", "url"], heading=_("Le jeu de données")),
        MultiFieldPanel(["licence", "licence_url", "is_redistributable"], heading=_("La licence")),
        MultiFieldPanel(
            [FieldRowPanel(["frequency", "next_expected"]), "contact_department"], heading=_("Les mises à jour")
        ),
        MultiFieldPanel(["origin_note_fr", "origin_note_en"], heading=_("Ce que le public doit savoir")),
    ]


class TerritoryViewSet(CatalogueViewSet):
    """Places, each with the scheme of its code and the ways in which sources write it."""

    model = Territory
    icon = "site"
    url_prefix = "chiffres/territoires"
    url_namespace = "indicators_territories"
    menu_label = _("Territoires")
    index_view_class = TerritoryIndexView
    list_filter = ["level", "scheme"]
    search_fields = ["code", "name_fr", "name_en", "spellings__text"]
    list_display = [
        "__str__",
        Column("scheme", label=_("Nomenclature"), sort_key="scheme"),
        Column("code", label=_("Code"), sort_key="code"),
        Column("level", accessor="get_level_display", label=_("Niveau"), sort_key="level"),
        Column("parent", label=_("Territoire englobant")),
    ]

    def get_form_class(self, for_update: bool = False) -> type[TerritoryForm]:
        return TerritoryForm


class PeerGroupViewSet(CatalogueViewSet):
    """Territories that may be compared with one another."""

    model = PeerGroup
    icon = "group"
    url_prefix = "chiffres/groupes"
    url_namespace = "indicators_peer_groups"
    menu_label = _("Groupes de comparaison")
    list_display = ["__str__", Column("code", label=_("Code"))]
    search_fields = ["code", "name_fr"]
    form_fields = ["code", "name_fr", "name_en", "territories"]


class GoalViewSet(CatalogueViewSet):
    """The 17 goals in our own short words."""

    model = Goal
    icon = "pick"
    url_prefix = "chiffres/objectifs"
    url_namespace = "indicators_goals"
    menu_label = _("Objectifs")
    list_display = ["__str__", Column("name_en", label=_("En anglais"))]
    form_fields = ["name_fr", "name_en"]


class TargetViewSet(CatalogueViewSet):
    """The 169 targets in our own short words."""

    model = Target
    icon = "crosshairs"
    url_prefix = "chiffres/cibles"
    url_namespace = "indicators_targets"
    menu_label = _("Cibles")
    list_filter = ["goal"]
    list_display = ["__str__", Column("name_en", label=_("En anglais"))]
    search_fields = ["code", "name_fr", "name_en"]
    form_fields = ["name_fr", "name_en"]


class PriorityIssueViewSet(CatalogueViewSet):
    """The ten priority issues of the territory."""

    model = PriorityIssue
    icon = "warning"
    url_prefix = "chiffres/enjeux"
    url_namespace = "indicators_priority_issues"
    menu_label = _("Enjeux prioritaires")
    list_display = ["__str__", Column("name_en", label=_("En anglais"))]
    form_fields = ["name_fr", "name_en"]


class IssueGoalLinkViewSet(CatalogueViewSet):
    """Which goals each issue acts on: the cells of the public table."""

    model = IssueGoalLink
    icon = "link"
    url_prefix = "chiffres/liens"
    url_namespace = "indicators_issue_goal_links"
    menu_label = _("Liens enjeux et objectifs")
    list_filter = ["issue", "goal", "strength"]
    list_display = [
        Column("issue", label=_("Enjeu prioritaire"), sort_key="issue"),
        Column("goal", label=_("ODD"), sort_key="goal"),
        Column("strength", accessor="get_strength_display", label=_("Force du lien"), sort_key="strength"),
    ]
    form_fields = ["issue", "goal", "strength"]

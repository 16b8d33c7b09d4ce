"""The admin screens of the figures."""

from .calendar import CoverageGapViewSet, PlannedReleaseViewSet
from .catalogue import (
    GoalViewSet,
    IssueGoalLinkViewSet,
    PeerGroupViewSet,
    PriorityIssueViewSet,
    SourceViewSet,
    TargetViewSet,
    TerritoryViewSet,
)
from .indicators import IndicatorViewSet
from .kept import RecipeViewSet, UploadViewSet
from .releases import ReleaseViewSet

SNIPPETS = (IndicatorViewSet, ReleaseViewSet)
"""With drafts and a review."""

TABLES = (
    SourceViewSet("sources"),
    TerritoryViewSet("territoires"),
    PeerGroupViewSet("groupes"),
    PriorityIssueViewSet("enjeux"),
    GoalViewSet("objectifs"),
    TargetViewSet("cibles"),
    IssueGoalLinkViewSet("liens"),
    RecipeViewSet("recettes"),
    UploadViewSet("fichiers"),
    PlannedReleaseViewSet("calendrier"),
    CoverageGapViewSet("absences"),
)
"""Without."""

__all__ = ["SNIPPETS", "TABLES"]

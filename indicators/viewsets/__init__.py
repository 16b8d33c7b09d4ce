"""The admin screens of the figures."""

from .catalogue import (
    GoalViewSet,
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
    RecipeViewSet("recettes"),
    UploadViewSet("fichiers"),
)
"""Without."""

__all__ = ["SNIPPETS", "TABLES"]

from .coverage_gap import CoverageGap
from .geometry import TerritoryGeometry
from .goal import Goal, PriorityIssue, Target
from .indicator import Indicator
from .issue_goal_link import IssueGoalLink
from .judgement import StoredJudgement
from .log_entry import FigureLogEntry
from .observation import Breakdown, Observation
from .planned_release import DateChange, PlannedRelease, Precision
from .publication import Publication
from .recipe import StoredRecipe
from .release import Release, ReleaseImport
from .source import Frequency, Source
from .territory import PeerGroup, Territory, TerritorySpelling
from .upload import Upload

__all__ = [
    "Breakdown",
    "CoverageGap",
    "DateChange",
    "FigureLogEntry",
    "Frequency",
    "Goal",
    "Indicator",
    "IssueGoalLink",
    "Observation",
    "PeerGroup",
    "PlannedRelease",
    "Precision",
    "PriorityIssue",
    "Publication",
    "Release",
    "ReleaseImport",
    "Source",
    "StoredJudgement",
    "StoredRecipe",
    "Target",
    "Territory",
    "TerritoryGeometry",
    "TerritorySpelling",
    "Upload",
]

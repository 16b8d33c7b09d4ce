from .geometry import TerritoryGeometry
from .goal import Goal, PriorityIssue, Target
from .indicator import Indicator
from .judgement import StoredJudgement
from .log_entry import FigureLogEntry
from .observation import Breakdown, Observation
from .publication import Publication
from .recipe import StoredRecipe
from .release import Release, ReleaseImport
from .source import Source
from .territory import PeerGroup, Territory, TerritorySpelling
from .upload import Upload

__all__ = [
    "Breakdown",
    "FigureLogEntry",
    "Goal",
    "Indicator",
    "Observation",
    "PeerGroup",
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

"""Judging how a series evolves. Pure: no model, no request, no database."""

from indicators.trends.codes import METHOD_VERSION
from indicators.trends.judgement import Judgement, judge
from indicators.trends.peers import GapChange, Rank, gap_change, rank_among
from indicators.trends.record import judgement_record
from indicators.trends.series import PartPoint, Point, annualise
from indicators.trends.share import ImprovingShare, share_improving

__all__ = [
    "METHOD_VERSION",
    "GapChange",
    "ImprovingShare",
    "Judgement",
    "PartPoint",
    "Point",
    "Rank",
    "annualise",
    "gap_change",
    "judge",
    "judgement_record",
    "rank_among",
    "share_improving",
]

"""Reading the public figures: each function says how many queries it makes."""

from indicators.selectors.choices import Choices
from indicators.selectors.judging import ReleaseJudgement, judge_release
from indicators.selectors.listing import Card, indicator_cards
from indicators.selectors.page import IndicatorPage, indicator_page
from indicators.selectors.versions import published_indicator, readable_release

__all__ = [
    "Card",
    "Choices",
    "IndicatorPage",
    "ReleaseJudgement",
    "indicator_cards",
    "indicator_page",
    "judge_release",
    "published_indicator",
    "readable_release",
]

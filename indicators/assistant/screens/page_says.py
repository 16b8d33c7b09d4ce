"""What the public page would say before and after: its sentence and its trend."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from indicators.comparison import SeriesPoint
from indicators.models import Indicator, Territory
from indicators.selectors.judging import judge_rows
from indicators.selectors.rows import Row
from indicators.trends.words import TREND_WORDS
from indicators.wording.sentence import Part, headline
from indicators.wording.verdicts import TREND_SIGNS


@dataclass(frozen=True)
class PageSentence:
    """The sentence in parts (the key figure marked), the word of the trend and its sign."""

    parts: Sequence[Part]
    word: str
    sign: str


@dataclass(frozen=True)
class PageSays:
    """`before` is None when nothing is online yet."""

    before: PageSentence | None
    after: PageSentence | None

    @property
    def is_same_trend(self) -> bool:
        return bool(self.before and self.after and self.before.word == self.after.word)


def page_says(
    indicator: Indicator, territory: Territory, before: Sequence[SeriesPoint], after: Sequence[SeriesPoint], length: str
) -> PageSays:
    """Both sentences at one territory; `length` is the granularity of the series."""
    return PageSays(
        page_sentence(indicator, territory, before, length), page_sentence(indicator, territory, after, length)
    )


def page_sentence(
    indicator: Indicator, territory: Territory, points: Sequence[SeriesPoint], length: str
) -> PageSentence | None:
    """None for a series without any value."""
    rows = [_row(point, territory, length) for point in points]
    known = [row for row in rows if row.value is not None]
    if not known:
        return None
    code = judge_rows(indicator, rows).trend
    return PageSentence(
        headline(indicator, territory, known[-1]), str(TREND_WORDS.get(code, code)), TREND_SIGNS.get(code, "nodata")
    )


def _row(point: SeriesPoint, territory: Territory, length: str) -> Row:
    return Row(territory.pk, point.period, date.fromisoformat(point.start), length, point.value, ())

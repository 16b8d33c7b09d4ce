"""All the figures of a page, read together: the number of queries does not depend on the number of blocks."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import Q

from indicators.blocks.categories import CategoryValue, categories_asked
from indicators.blocks.questions import Question, Wanted, questions_of
from indicators.breakdown_keys import TOTAL
from indicators.models import Indicator, Observation, Release, Territory
from indicators.models.territory import Level
from indicators.selectors.judging import judge_rows
from indicators.selectors.rows import Row, by_territory, last_known, of_usual_granularity
from indicators.selectors.territories import enclosing_territories, reading_territory
from indicators.trends import Judgement

_FIELDS = ("territory_id", "period", "period_start", "granularity", "value", "status", "note")
Rows = dict[int, list[Row]]


@dataclass(frozen=True, slots=True)
class Figure:
    """An indicator as one of its releases tells it, at its reading territory and at those that were asked for."""

    indicator: Indicator
    release: Release
    dated: datetime | None
    is_frozen: bool
    is_current: bool
    reading: Territory | None
    reference: Territory | None
    rows_by_place: Rows
    judgement: Judgement

    @property
    def rows(self) -> Sequence[Row]:
        """The series of the reading territory."""
        return self.rows_of(self.reading.pk) if self.reading else []

    @property
    def latest(self) -> Row | None:
        """The last observation that has a value."""
        return last_known(self.rows)

    def rows_of(self, territory: int) -> list[Row]:
        """The series of a territory, with the length of period of this indicator."""
        return self.rows_by_place.get(territory, [])


@dataclass(frozen=True, slots=True)
class Figures:
    """The answers to the questions of a page."""

    asked: frozenset[Question] = frozenset()
    by_wanted: dict[Wanted, Figure] = field(default_factory=dict)
    published: dict[int | str, Indicator] = field(default_factory=dict)
    places: dict[int, Territory] = field(default_factory=dict)
    categories: dict[Question, list[CategoryValue]] = field(default_factory=dict)

    def get(self, wanted: Wanted) -> Figure | None:
        """The figure; None when the indicator is not published any more, or the release was withdrawn."""
        return self.by_wanted.get(wanted)

    def all(self) -> list[Figure]:
        """The figures of the page, each indicator once, in the order in which they were asked for."""
        return list({figure.indicator.pk: figure for figure in reversed(self.by_wanted.values())}.values())[::-1]

    def knows(self, questions: Iterable[Question]) -> bool:
        """Were all these asked when the page was resolved?"""
        return self.asked.issuperset(questions)


def resolve_stream(stream: Any) -> Figures:
    """The figures of a page's body, read once whatever asks for them (see `resolve`)."""
    kept = getattr(stream, "resolved_figures", None)
    if kept is None:
        kept = stream.resolved_figures = resolve(questions_of(stream))
    return kept


def resolve(questions: Sequence[Question], known: Iterable[Territory] = ()) -> Figures:
    """Read what is asked: at most seven queries, none for no question.

    Indicators, frozen releases, the territories around the focus (two), the territories asked for unless `known` to
    the caller, their totals, their categories.
    """
    if not questions:
        return Figures()
    published = _published({question.wanted.key for question in questions})
    releases = _releases(questions, published)
    chain = enclosing_territories()
    places = _places(questions, [*known, *chain])
    totals = _totals(releases.values(), places)
    figures = {wanted: _figure(wanted, releases[wanted], published, chain, totals) for wanted in releases}
    periods = {one: _latest_until(figures[one.wanted], one) for one in questions if one.wanted in figures}
    return Figures(frozenset(questions), figures, published, places, categories_asked(periods))


def _published(keys: set[int | str]) -> dict[int | str, Indicator]:
    numbers = [key for key in keys if isinstance(key, int)]
    codes = [key for key in keys if isinstance(key, str)]
    found = Indicator.objects.published().filter(Q(pk__in=numbers) | Q(code__in=codes))
    related = found.select_related("source", "publication__release")
    known = {key: one for one in related for key in (one.pk, one.code)}
    return {key: known[key] for key in keys if key in known}


def _releases(questions: Iterable[Question], published: dict[int | str, Indicator]) -> dict[Wanted, Release]:
    """The release that each figure is read from; those that were never public or were withdrawn are left out."""
    asked = list(dict.fromkeys(question.wanted for question in questions if question.wanted.key in published))
    frozen = {(published[one.key].pk, one.version) for one in asked if one.version is not None}
    found: dict[tuple[int, int | None], Release] = {}
    if frozen:
        several = Release.objects.filter(
            indicator__in={pk for pk, _ in frozen}, number__in={number for _, number in frozen}
        )
        readable = several.filter(first_published_at__isnull=False).exclude(provenance__withdrawn_at__isnull=False)
        found = {(release.indicator_id, release.number): release for release in readable.order_by("pk")}
    current = {one: published[one.key].publication.release for one in asked if one.version is None}
    past = {one: found.get((published[one.key].pk, one.version)) for one in asked if one.version is not None}
    chosen = current | past
    return {one: release for one in asked if (release := chosen[one]) is not None}


def _places(questions: Iterable[Question], given: Sequence[Territory]) -> dict[int, Territory]:
    known = {place.pk: place for place in given}
    missing = {pk for question in questions for pk in question.territories} - known.keys()
    if missing:
        known |= {place.pk: place for place in Territory.objects.filter(pk__in=missing).order_by("pk")}
    return known


def _totals(releases: Iterable[Release], places: Iterable[int]) -> dict[int, Rows]:
    found = Observation.objects.filter(
        release__in={release.pk for release in releases}, territory__in=list(places), breakdown__key=TOTAL
    ).order_by("period_start", "period")
    grouped: dict[int, list[tuple]] = defaultdict(list)
    for release, *row in found.values_list("release_id", *_FIELDS):
        grouped[release].append(tuple(row))
    return {release: by_territory(rows) for release, rows in grouped.items()}


def _figure(
    wanted: Wanted,
    release: Release,
    published: dict[int | str, Indicator],
    chain: Sequence[Territory],
    totals: dict[int, Rows],
) -> Figure:
    indicator = published[wanted.key]
    rows = totals.get(release.pk, {})
    reading = reading_territory(chain, rows)
    own = of_usual_granularity(rows[reading.pk]) if reading else []
    length = own[0].granularity if own else ""
    alike = {place: [row for row in series if row.granularity == length] for place, series in rows.items()}
    is_current = release.pk == indicator.publication.release_id
    return Figure(
        indicator=indicator,
        release=release,
        dated=indicator.publication.published_at if is_current else release.went_public_at,
        is_frozen=wanted.version is not None,
        is_current=is_current,
        reading=reading,
        reference=_reference(chain, reading, alike),
        rows_by_place=alike,
        judgement=judge_rows(indicator, own),
    )


def _reference(chain: Sequence[Territory], reading: Territory | None, rows: Rows) -> Territory | None:
    """The widest country that encloses the reading territory and has values, else the widest other territory."""
    if reading is None:
        return None
    around = [place for place in chain[chain.index(reading) + 1 :] if rows.get(place.pk)]
    wider = [place for place in around if place.level != Level.COMMUNE]
    countries = [place for place in wider if place.level == Level.COUNTRY]
    return next(iter([*countries, *reversed(wider)]), None)


def _latest_until(figure: Figure, question: Question) -> tuple[int, Row] | None:
    """The release and the last known row, up to the year that the question stops at; None for other questions."""
    if not question.by_category:
        return None
    row = last_known([row for row in figure.rows if question.until is None or row.start.year <= question.until])
    return (figure.release.pk, row) if row else None

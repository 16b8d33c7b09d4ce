"""New signals since a month: the indicators whose latest release changed the judgement, both ways with equal weight."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import OuterRef, Subquery
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from indicators.breakdown_keys import TOTAL
from indicators.models import Observation, Publication, Release, StoredJudgement
from indicators.selectors.drawing import chart_points
from indicators.selectors.rows import Row, by_territory, last_known, of_usual_granularity
from indicators.trends import codes
from indicators.trends.words import TREND_WORDS
from indicators.wording.sentence import figure
from portal.charts import Sparkline, sparkline
from portal.formatting import format_period_in_sentence

DAYS = 31
LINES = 4


@dataclass(frozen=True, slots=True)
class Signal:
    """An indicator, its latest figure with its period and territory, and what changed in the judgement."""

    title: str
    address: str
    value: str
    about: str
    is_fragile: bool
    line: Sparkline | None


@dataclass(frozen=True, slots=True)
class FreshSignals:
    """Both ways; `better_count` and `worse_count` may be more than what is shown."""

    better: list[Signal]
    worse: list[Signal]
    better_count: int
    worse_count: int


def fresh_signals() -> FreshSignals:
    """Of the public figures, which everybody may know (three queries)."""
    changed = [publication for publication in recent_publications() if has_changed(publication)]
    better = [one for one in changed if trend_of(one) in codes.POSITIVE]
    worse = [one for one in changed if trend_of(one) in codes.NEGATIVE]
    rows = rows_of(better[:LINES] + worse[:LINES])
    return FreshSignals(
        [signal(one, rows) for one in better[:LINES]],
        [signal(one, rows) for one in worse[:LINES]],
        len(better),
        len(worse),
    )


def recent_publications() -> list[Publication]:
    """Those of the last days, the latest first, with the judgement of the release before (one query)."""
    before = StoredJudgement.objects.filter(
        release__indicator=OuterRef("indicator"),
        release__first_published_at__isnull=False,
        release__number__lt=OuterRef("release__number"),
    ).order_by("-release__number")
    since = timezone.now() - datetime.timedelta(days=DAYS)
    recent = Publication.objects.filter(published_at__gte=since, indicator__live=True, release__judgement__isnull=False)
    parts = recent.select_related("indicator", "release__judgement__territory")
    return list(parts.annotate(trend_before=Subquery(before.values("trend")[:1])).order_by("-published_at", "pk"))


def trend_of(publication: Publication) -> str:
    """What the public page says; a person's decision replaces the computed trend."""
    release: Release = publication.release
    return release.override_trend or release.judgement.trend


def side_of(trend: str | None) -> str:
    """Better, worse, or neither."""
    return "better" if trend in codes.POSITIVE else "worse" if trend in codes.NEGATIVE else ""


def has_changed(publication: Publication) -> bool:
    """Is the judgement on another side than that of the release before?"""
    before = publication.trend_before  # type: ignore[attr-defined]
    return bool(side_of(trend_of(publication))) and side_of(trend_of(publication)) != side_of(before)


def rows_of(publications: Sequence[Publication]) -> dict[int, list[Row]]:
    """The totals of each release at the territory where it was judged, by release (one query)."""
    places = {one.release_id: one.release.judgement.territory_id for one in publications}
    found = Observation.objects.filter(
        release__in=places, territory__in=set(places.values()) - {None}, breakdown__key=TOTAL
    ).order_by("period_start", "period")
    fields = ("release_id", "territory_id", "period", "period_start", "granularity", "value", "status", "note")
    kept: dict[int, list[tuple]] = {}
    for release, *row in found.values_list(*fields):
        if row[0] == places[release]:
            kept.setdefault(release, []).append(tuple(row))
    return {release: of_usual_granularity(first(by_territory(rows).values())) for release, rows in kept.items()}


def first(groups: Iterable[list[Row]]) -> list[Row]:
    """The rows of the only territory."""
    return next(iter(groups), [])


def signal(publication: Publication, rows: dict[int, list[Row]]) -> Signal:
    """The line: « 41,2 % en 2022, Nantes Métropole. Passe de stable à s’améliore. »"""
    indicator, judgement = publication.indicator, publication.release.judgement
    own = rows.get(publication.release_id, [])
    latest = last_known(own)
    return Signal(
        title=str(indicator.title),
        address=reverse("indicators:detail", args=[indicator.slug]),
        value=figure(indicator, latest) if latest else "",
        about=about(publication, latest),
        is_fragile=not publication.release.override_trend and judgement.robust != codes.ROBUST,
        line=sparkline(chart_points(own)),
    )


def about(publication: Publication, latest: Row | None) -> str:
    """Period, territory, and the change of judgement."""
    place = publication.release.judgement.territory
    when = f"{format_period_in_sentence(latest.period)}, " if latest else ""
    return f"{when}{place.name if place else ''}. {change_in_words(publication)}"


def change_in_words(publication: Publication) -> str:
    """« Passe de “Stable” à “S’améliore”. », or that it is the first judgement."""
    before, now = publication.trend_before, trend_of(publication)  # type: ignore[attr-defined]
    if before is None:
        return _("Premier jugement\u00a0: %(now)s.") % {"now": str(TREND_WORDS[now]).lower()}
    words = {"before": str(TREND_WORDS.get(before, before)).lower(), "now": str(TREND_WORDS[now]).lower()}
    return _("Avant\u00a0: %(before)s. Maintenant\u00a0: %(now)s.") % words

"""Where the territory stands among its peers, in a sentence, a strip and a table. No rank for amounts."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from indicators.models import Indicator
from indicators.selectors.drawing import interval_of
from indicators.selectors.page import IndicatorPage
from indicators.selectors.standing import Place, Standing
from indicators.wording.sentence import LONGEST_UNIT, figure
from indicators.wording.table import marks_of
from indicators.wording.verdicts import Verdict
from portal.charts import Bar, BarInput, PeerPoint, PeerStrip, bars, peer_strip
from portal.formatting import (
    format_ordinal,
    format_period,
    format_period_in_sentence,
    format_value,
    is_french,
    labelled,
)

MOST_NAMED = 5


@dataclass(frozen=True)
class StandingFigure:
    """The words and drawings of the section « Parmi les métropoles »."""

    title: str
    summary: str
    sentences: list[str]
    strip: PeerStrip
    lowest: str
    highest: str
    reference: str
    count: int


def peer_words(page: IndicatorPage) -> str:
    """The name of the group of peers: « les 22 métropoles »; plain words when it has none."""
    peer = page.peers[0] if page.peers else None
    french, english = getattr(peer, "group_fr", ""), getattr(peer, "group_en", "")
    name = french if is_french() or not english else english
    return name[:1].lower() + name[1:] if name else _("les territoires du même niveau")


def rank_words(page: IndicatorPage) -> str:
    """« 3e sur 22 », « 3e ex æquo sur 22 »; empty without a rank."""
    standing = page.standing
    if standing is None:
        return ""
    words = {
        "rank": format_ordinal(standing.rank.place),
        "count": standing.rank.out_of,
        "shared": _(" ex æquo") if standing.rank.shared else "",
    }
    return _("%(rank)s%(shared)s sur %(count)s") % words


def rank_sentence(page: IndicatorPage) -> str:
    """« 3e sur 22, du plus faible au plus fort »; empty without a rank."""
    return ", ".join([rank_words(page), _order(page.indicator)]) if page.standing else ""


def rank_verdict(page: IndicatorPage) -> Verdict | None:
    """The cell of the strip under the sentence: among whom, which place, in which order."""
    if page.standing is None:
        return None
    subject = _("Parmi %(peers)s") % {"peers": peer_words(page)}
    return Verdict(subject, rank_words(page), detail=_order(page.indicator))


def _order(indicator: Indicator) -> str:
    if indicator.direction < 0:
        return _("du plus faible au plus fort")
    return _("du plus fort au plus faible")


def standing_figure(page: IndicatorPage) -> StandingFigure | None:
    """The section of the ranking; None when there is none."""
    standing = page.standing
    if standing is None or page.reading is None:
        return None
    ends = sorted(standing.ranked, key=lambda place: place.value or 0)
    return StandingFigure(
        title=_("Parmi %(peers)s") % {"peers": peer_words(page)},
        summary=labelled(f"{page.reading.name}, {format_period(standing.period)}", f"{rank_sentence(page)}."),
        sentences=_sentences(standing),
        strip=_strip(page, standing),
        lowest=labelled(_("Le plus faible"), _named(page.indicator, ends[0])),
        highest=labelled(_("Le plus fort"), _named(page.indicator, ends[-1])),
        reference=_reference(page),
        count=len(standing.ranked),
    )


def _sentences(standing: Standing) -> list[str]:
    """Clear differences, then who is not ranked and why."""
    said = []
    if standing.alike:
        said.append(
            ngettext(
                "Pas de différence nette avec %(count)d d’entre eux\u00a0: les intervalles de confiance se recouvrent.",
                "Pas de différence nette avec %(count)d d’entre eux\u00a0: les intervalles de confiance se recouvrent.",
                standing.alike,
            )
            % {"count": standing.alike}
        )
    if standing.withheld:
        said.append(_("Secret statistique\u00a0: %(names)s.") % {"names": _names(standing.withheld)})
    if standing.missing:
        said.append(_("Sans valeur pour cette période\u00a0: %(names)s.") % {"names": _names(standing.missing)})
    return said


def _names(places: list[Place]) -> str:
    names = [place.territory.name for place in places[:MOST_NAMED]]
    rest = len(places) - len(names)
    if rest:
        names.append(ngettext("%(count)d autre", "%(count)d autres", rest) % {"count": rest})
    return ", ".join(names)


def _named(indicator: Indicator, place: Place) -> str:
    value = figure(indicator, place.row) if place.row else ""
    return f"{place.territory.name} {value}"


def _reference(page: IndicatorPage) -> str:
    row = page.peer_rows.get(page.reference.pk) if page.reference else None
    if row is None or row.value is None or page.reference is None:
        return ""
    return labelled(_("Trait noir"), page.reference.name)


def _strip(page: IndicatorPage, standing: Standing) -> PeerStrip:
    points = [
        PeerPoint(place.value, _short(page.indicator, place), "me" if place.is_focus else "")
        for place in standing.ranked
        if place.value is not None
    ]
    row = page.peer_rows.get(page.reference.pk) if page.reference else None
    if page.reference and row is not None and row.value is not None:
        points.append(PeerPoint(row.value, _short(page.indicator, Place(page.reference, row)), "tf"))
    when = format_period_in_sentence(standing.period)
    words = {"count": len(standing.ranked), "when": when, "rank": rank_sentence(page)}
    return peer_strip(points, _("%(count)s territoires sur un axe, %(when)s\u00a0; %(rank)s.") % words)


def _short(indicator: Indicator, place: Place) -> str:
    unit = indicator.unit if len(indicator.unit) <= LONGEST_UNIT else ""
    return f"{place.territory.name} {format_value(place.value or 0, unit, indicator.decimals)}"


def ranking_bars(page: IndicatorPage) -> list[Bar]:
    """Every peer in order, then those without a value, with the reason."""
    standing = page.standing
    if standing is None:
        return []
    rows = [_bar(page.indicator, place, rank) for place, rank in _with_rank(standing)]
    rows += [_bar(page.indicator, place, 0) for place in (*standing.withheld, *standing.missing)]
    return bars(rows)[0]


def _with_rank(standing: Standing) -> list[tuple[Place, int]]:
    """Equal values share a place."""
    places: list[tuple[Place, int]] = []
    for number, place in enumerate(standing.ranked, 1):
        same = bool(places) and places[-1][0].value == place.value
        places.append((place, places[-1][1] if same else number))
    return places


def _bar(indicator: Indicator, place: Place, rank: int) -> BarInput:
    name = place.territory.name
    row = place.row
    if row is None or row.value is None:
        return BarInput(name, None, ", ".join(mark.words for mark in marks_of(row)))
    unit = indicator.unit if len(indicator.unit) <= LONGEST_UNIT else ""
    text = " ".join([format_value(row.value, unit, indicator.decimals), *(mark.sign for mark in marks_of(row))])
    label = f"{rank}. {name}"
    return BarInput(label, row.value, text, interval=interval_of(row), kind="me" if place.is_focus else "peer")


def ranking_heading(page: IndicatorPage) -> str:
    """« 2021 (%), du plus faible au plus fort »."""
    if page.standing is None:
        return ""
    return f"{format_period(page.standing.period)} ({page.indicator.unit}), {_order(page.indicator)}"

"""The context of the comparison: words, drawings and addresses made from the facts of the selectors."""

from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from indicators.selectors.drawing import short_name
from indicators.selectors.side_by_side import MOST_INDICATORS, Comparison, pair_of
from indicators.selectors.side_by_side.asked import INDICATOR, TERRITORY
from indicators.selectors.territories import territory_key
from indicators.views.typed_names import Lookups, suggestions
from indicators.wording import side_by_side as words
from indicators.wording.cloud import cloud_of
from indicators.wording.over_time import curve_of, curves_of_two, source_words
from indicators.wording.sentence import plain


def comparison_context(comparison: Comparison, found: Lookups) -> dict[str, Any]:
    """Everything that `indicators/compare.html` reads."""
    address, query = reverse("compare:page"), comparison.query()
    pair = pair_of(comparison)
    two = curves_of_two(comparison)
    curve = curve_of(comparison.curve) if comparison.curve and not two else None
    sentence = words.headline(comparison)
    return {
        "comparison": comparison,
        "sentence": sentence,
        "summary": plain(sentence),
        "description": words.description(comparison),
        "chips": _chips(comparison),
        "lines": [words.line_words(comparison, line) for line in comparison.lines],
        "columns": [str(place.name) for place in comparison.columns],
        "legend": words.legend(comparison.lines),
        "sources": list(dict.fromkeys(source_words(line) for line in comparison.lines)),
        "offered": _titles(comparison),
        "peers": [str(place.name) for place in comparison.peers if place not in comparison.columns],
        "can_add": len(comparison.lines) < MOST_INDICATORS,
        "notices": notices(comparison, found),
        "curve": curve,
        "curves": two,
        "cloud": cloud_of(comparison, pair) if pair else None,
        "address": address,
        "here": f"{settings.WAGTAILADMIN_BASE_URL}{address}{query}",
        "csv": reverse("compare:csv") + query,
        "xlsx": reverse("compare:xlsx") + query,
        "breadcrumb": [(_("Indicateurs"), reverse("indicators:list")), (_("Comparer"), "")],
    }


def _chips(comparison: Comparison) -> list[tuple[str, str, bool]]:
    """Key, short name and state of each territory offered."""
    return [
        (territory_key(place), short_name(str(place.name)), place in comparison.columns) for place in comparison.offered
    ]


def _titles(comparison: Comparison) -> list[str]:
    """The titles that may be typed: those that are not shown yet."""
    return [str(one.title) for one in comparison.published if one.slug not in comparison.slugs]


def notices(comparison: Comparison, found: Lookups) -> list[dict[str, Any]]:
    """What was asked for and cannot be shown, each with what may be chosen instead."""
    said: list[dict[str, Any]] = []
    if comparison.unknown_territories:
        said.append({"text": _("Un des territoires de l’adresse n’existe pas\u00a0: il est laissé de côté.")})
    if comparison.unknown_indicators:
        said.append({"text": _("Un des indicateurs de l’adresse n’est pas publié\u00a0: il est laissé de côté.")})
    if comparison.has_too_many:
        said.append({"text": _("Au plus quatre territoires et huit indicateurs\u00a0: les premiers sont montrés.")})
    for kind, lookup in found.items():
        if lookup.found is None:
            near = suggestions(comparison, kind, lookup)
            said.append({"text": _not_found(kind, lookup.typed, bool(near)), "near": near})
    return said


def _not_found(kind: str, typed: str, has_near: bool) -> str:
    texts = {
        (INDICATOR, True): _("Plusieurs indicateurs ressemblent à «\u00a0%(typed)s\u00a0». Lequel ajouter\u202f?"),
        (INDICATOR, False): _("Aucun indicateur ne s’appelle «\u00a0%(typed)s\u00a0»."),
        (TERRITORY, True): _("Plusieurs territoires ressemblent à «\u00a0%(typed)s\u00a0». Lequel ajouter\u202f?"),
        (TERRITORY, False): _("Aucun territoire ne s’appelle «\u00a0%(typed)s\u00a0»."),
    }
    return texts[kind, has_near] % {"typed": typed}

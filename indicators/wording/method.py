"""How the trend of this page was judged, in sentences that name every input."""

from decimal import Decimal

from django.utils.translation import gettext as _

from indicators.models import Indicator
from indicators.selectors.page import IndicatorPage
from indicators.trends import Judgement, codes
from indicators.trends.words import FRAGILE_EXPLANATION, REASON_WORDS, TREND_WORDS
from indicators.wording.sentence import telling_decimals
from portal.formatting import format_difference, format_number, format_value, typographic

_PERCENT = Decimal(100)


def method_sentences(page: IndicatorPage) -> list[str]:
    """The judgement retold: window, ends, change a year, band, word, solidity, version of the method."""
    judgement = page.judgement
    if not judgement.is_assessed or judgement.start is None or judgement.end is None:
        reason = REASON_WORDS.get(judgement.reason, "")
        return [typographic(_("Tendance non évaluée\u00a0: %(reason)s.") % {"reason": reason}), _version(judgement)]
    sentences = [
        _window(page.indicator, judgement),
        _pace(page.indicator, judgement),
        _band(page.indicator, judgement),
    ]
    if judgement.is_fragile:
        sentences.append(typographic(_("Ce résultat est %(words)s.") % {"words": FRAGILE_EXPLANATION}))
    return [*sentences, _version(judgement)]


def _window(indicator: Indicator, judgement: Judgement) -> str:
    start = judgement.start.value if judgement.start else None
    end = judgement.end.value if judgement.end else None
    decimals = telling_decimals(indicator, start, end)
    words = {
        "first": judgement.start.year if judgement.start else "",
        "last": judgement.end.year if judgement.end else "",
        "start": _value(indicator, start, decimals),
        "end": _value(indicator, end, decimals),
        "count": len(judgement.observations),
    }
    return (
        _(
            "Nous comparons la première et la dernière valeur des cinq dernières années, depuis la dernière rupture de "
            "série\u00a0: %(start)s en %(first)s, %(end)s en %(last)s (%(count)s valeurs)."
        )
        % words
    )


def _pace(indicator: Indicator, judgement: Judgement) -> str:
    change = judgement.change or Decimal(0)
    better = _("moins, c’est mieux") if judgement.direction < 0 else _("plus, c’est mieux")
    words = {"change": _change(indicator, judgement, change), "better": better}
    if change < 0:
        return _("La valeur baisse de %(change)s par an\u202f; ici, %(better)s.") % words
    return _("La valeur augmente de %(change)s par an\u202f; ici, %(better)s.") % words


def _band(indicator: Indicator, judgement: Judgement) -> str:
    words = {
        "band": _change(indicator, judgement, judgement.band),
        "clear": _change(indicator, judgement, judgement.band * 4),
        "word": str(TREND_WORDS[judgement.trend]).lower(),
    }
    return (
        _(
            "Sous %(band)s par an, nous écrivons «\u00a0stable\u00a0»\u202f; "
            "au-delà de %(clear)s, «\u00a0nettement\u00a0». Résultat\u00a0: «\u00a0%(word)s\u00a0»."
        )
        % words
    )


def _change(indicator: Indicator, judgement: Judgement, change: Decimal) -> str:
    if judgement.measure == codes.RATE:
        share = abs(change) * _PERCENT
        return format_value(share, "%", 1 if share >= Decimal("0.1") or not share else 2)
    decimals = 2 if change == judgement.change else None
    return format_difference(change, indicator.unit, decimals)


def _value(indicator: Indicator, value: Decimal | None, decimals: int) -> str:
    return "" if value is None else format_value(value, indicator.unit, decimals)


def _version(judgement: Judgement) -> str:
    return _("Méthode de l’observatoire, version %(number)s.") % {"number": format_number(int(judgement.method))}

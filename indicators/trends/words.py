"""The words of the judgements shown to people. Colour never comes without them."""

from django.utils.translation import gettext_lazy as _

from indicators.trends import codes, peers

TREND_WORDS = {
    codes.IMPROVES_CLEARLY: _("S’améliore nettement"),
    codes.IMPROVES: _("S’améliore"),
    codes.STABLE: _("Stable"),
    codes.WORSENS: _("Se dégrade"),
    codes.WORSENS_CLEARLY: _("Se dégrade nettement"),
    codes.NOT_ASSESSED: _("Non évalué"),
}

TARGET_WORDS = {
    codes.MET: _("Cible atteinte"),
    codes.ON_TRACK: _("En bonne voie"),
    codes.TOO_SLOW: _("Trop lent"),
    codes.FAR_TOO_SLOW: _("Beaucoup trop lent"),
    codes.STAGNATES: _("Stagne"),
    codes.MOVES_AWAY: _("S’éloigne de la cible"),
    codes.MISSED: _("Cible manquée"),
    codes.NOT_ASSESSED: _("Non évalué"),
}

REASON_WORDS = {
    codes.NO_DESIRED_DIRECTION: _("aucun sens souhaité n’est fixé"),
    codes.TOO_FEW_OBSERVATIONS: _("moins de 3 valeurs comparables sur 3 ans"),
    codes.RATE_NEEDS_POSITIVE_VALUES: _("un taux d’évolution demande des valeurs au-dessus de zéro"),
}

FRAGILE_EXPLANATION = _("fragile\u00a0: dépend de l’année de départ ou de fin")

GAP_WORDS = {
    peers.CLOSES: _("l’écart se réduit"),
    peers.WIDENS: _("l’écart se creuse"),
    peers.UNCHANGED: _("l’écart ne change pas"),
}

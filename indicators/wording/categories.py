"""Breakdowns and their categories in the reader's language.

They are kept as the source writes them. Those that French sources use most have an English name in the catalogue; the
others are shown as they are.
"""

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from portal.formatting import is_french

KNOWN = (
    _("actifs occupés"),
    _("activités de services I (banques, assurances, administrations…)"),
    _("activités de services II (santé, nettoyage…) et travail temporaire"),
    _("agriculteurs exploitants"),
    _("agriculture"),
    _("artisans, commerçants et chefs d’entreprise"),
    _("cadres"),
    _("cadres et professions intellectuelles supérieures"),
    _("catégorie"),
    _("catégorie socioprofessionnelle"),
    _("chômeurs"),
    _("commerce"),
    _("commerce non alimentaire"),
    _("construction"),
    _("diplôme"),
    _("employés"),
    _("ensemble"),
    _("femmes"),
    _("hommes"),
    _("industrie"),
    _("industries de la chimie, du caoutchouc, de la plasturgie"),
    _("industries de la métallurgie"),
    _("industries des transports, de l’eau, du gaz, de l’électricité, du livre et de la communication"),
    _(
        "industries du bois, de l’ameublement, du papier-carton, du textile, du vêtement, des cuirs et "
        "des peaux et des pierres et terres à feu"
    ),
    _("industries du bâtiment et des travaux publics"),
    _("locataires"),
    _("moins de 30 ans"),
    _("ouvriers"),
    _("population"),
    _("professions intermédiaires"),
    _("propriétaires"),
    _("retraités"),
    _("résidentiel"),
    _("secteur"),
    _("secteur d’activité"),
    _("secteur inconnu"),
    _("services marchands"),
    _("services non marchands"),
    _("services, commerces et industries de l’alimentation"),
    _("sexe"),
    _("taille de l’entreprise"),
    _("temps complet"),
    _("temps partiel"),
    _("tertiaire"),
    _("type de contrat"),
    _("âge"),
)


def category_words(text: str) -> str:
    """« Femmes » as it is in French, “Women” in English; a text that is not known stays as the source writes it."""
    source = text[:1].lower() + text[1:].replace("'", "’")
    if is_french() or source not in KNOWN:
        return text
    words = gettext(source)
    return words[:1].upper() + words[1:] if text[:1].isupper() else words

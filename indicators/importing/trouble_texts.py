"""Why each kind of trouble is one, and what the person can do, in sentences."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Sentences = tuple[str | Promise, str | Promise]

_FIX_OR_DROP = _("Corrigez la case, dites ce qu’il faut lire, ou laissez ces lignes de côté.")
_MAP_OR_DROP = _("Choisissez le territoire, créez-le dans le référentiel, ou laissez ces lignes de côté.")

SENTENCES: Mapping[str, Sentences] = {
    "not_a_number": (_("Ce n’est ni un nombre ni un signe connu."), _FIX_OR_DROP),
    "ambiguous_number": (
        _("Ce nombre peut se lire de deux façons : la marque décimale n’est pas indiquée."),
        _("Indiquez si la virgule ou le point sépare les décimales."),
    ),
    "number_too_long": (
        _("Ce nombre a plus de 30 chiffres ou de 40 caractères ; il n’est pas arrondi."),
        _FIX_OR_DROP,
    ),
    "unreadable_bound": (_("La borne de l’intervalle de confiance n’est pas un nombre."), _FIX_OR_DROP),
    "disordered_bounds": (
        _("La valeur n’est pas entre les deux bornes de son intervalle, ou une borne manque (borne, valeur, borne)."),
        _FIX_OR_DROP,
    ),
    "unexpected_unit": (
        _("Un signe d’unité suit le nombre, et la recette ne l’attend pas."),
        _("Ajoutez ce signe aux unités de la recette si c’est bien l’unité de l’indicateur."),
    ),
    "unexpected_flag": (
        _("Un signe est collé au nombre, et la recette ne l’attend pas."),
        _("Dites que les cases contiennent des signes, et ce que celui-ci signifie."),
    ),
    "unknown_flag": (
        _("Ce signe n’a pas de signification dans la recette."),
        _("Dites ce que ce signe signifie (provisoire, estimé, rupture de série…), ou laissez ces lignes de côté."),
    ),
    "value_with_absence": (
        _("La case contient une valeur, et le signe dit qu’elle est secrète ou absente."),
        _("Demandez au producteur lequel des deux est vrai, ou laissez ces lignes de côté."),
    ),
    "formula_without_value": (
        _("La case contient une formule sans résultat enregistré."),
        _("Ouvrez le fichier dans le tableur, enregistrez-le, puis importez-le de nouveau."),
    ),
    "unknown_period": (_("Ce n’est pas une période reconnue."), _FIX_OR_DROP),
    "empty_period": (_("La période est vide."), _FIX_OR_DROP),
    "mixed_periods": (
        _("Des mois et des années à cheval (2012/13) se mêlent : 2010-11 peut être novembre 2010 ou l’année 2010/11."),
        _("Indiquez le format des périodes dans la recette : mois ou année à cheval."),
    ),
    "unknown_territory": (_("Ce territoire n’est pas dans le référentiel."), _MAP_OR_DROP),
    "ambiguous_territory": (
        _("Plusieurs territoires portent ce nom."),
        _("Choisissez le bon, ou indiquez dans la recette de quel niveau il s’agit."),
    ),
    "unknown_level": (
        _("La recette ne dit pas à quel niveau de territoire correspond ce texte."),
        _("Ajoutez ce texte aux niveaux de la recette, ou filtrez ces lignes."),
    ),
    "empty_territory": (_("Le territoire est vide."), _FIX_OR_DROP),
    "duplicate": (
        _("Plusieurs lignes disent une valeur pour le même territoire, la même période et la même ventilation."),
        _("Filtrez, gardez une ventilation de plus, ou dites dans la recette s’il faut additionner ou moyenner."),
    ),
    "identical_duplicate": (
        _("La même ligne est répétée, avec la même valeur."),
        _("Laissez les copies de côté, ou dites dans la recette s’il faut additionner."),
    ),
    "endless_mean": (
        _("La moyenne de ces lignes a une infinité de décimales."),
        _("Indiquez dans la recette le nombre de décimales de la moyenne."),
    ),
    "sum_incomplete": (
        _("Une des valeurs à réunir est secrète ou absente : le total n’est pas calculé."),
        _("Aucune action n’est nécessaire : la case reste sans valeur, et le dit."),
    ),
    "placeholder_zero": (
        _("Toutes les valeurs de cette période sont 0, alors que les autres ne le sont presque jamais."),
        _("Vérifiez si 0 veut dire « non renseigné » ; la recette peut alors le dire."),
    ),
}

"""Words that headers and cells of statistical files are made of, folded (lower case, no accent), French and English."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


PERIOD_WORDS = _words(
    "annee annees an date periode period time trimestre quarter mois month semestre year years millesime exercice jour"
    " day refperiod time_period timeperiod"
)
NOT_A_PERIOD_WORDS = _words("update updated maj creation publication extraction naissance modification")
PERIOD_START_WORDS = _words("debut start from begin")
VALUE_WORDS = _words(
    "valeur value values obs_value obsvalue taux part pourcentage nombre effectif effectifs montant indice proportion"
    " ratio rate percent share count total score population pop superficie longueur surface niveau salaire revenu"
    " consommation emission emissions mean median moyenne mediane observation gap nb tx"
)
EXACT_VALUE_NAMES = _words("obs_value obs value valeur observation observation_value obsvalue")
RATE_WORDS = _words("taux part pourcentage proportion ratio rate percent share pct tx indice index")
STATUS_WORDS = _words("statut status flag flags obs_flag obs_status conf_status codes confidentialite secret")
NOT_STATUS_WORDS = _words("emploi employment activite activity matrimonial conjugal occupation logement")
NOTE_WORDS = _words("note notes footnote footnotes comment comments commentaire remarque observations")
UNIT_WORDS = _words("unit units unite unites measure_unit multiplier multiplicateur quantite")
MEASURE_WORDS = _words(
    "mesure mesures measure measures indicateur indicateurs indicator indicators serie series statistique statistic"
    " seriesdescription grandeur"
)
TERRITORY_WORDS = _words(
    "geo geographie geography territoire territory territoryid commune communes departement departements region regions"
    " epci ept siren insee codgeo libgeo codegeo country countries pays lieu zone location area areaname geoareaname"
    " geoareacode geocode code_insee dep reg canton bassin quartier quartiers arrondissement iris nuts ville city"
    " municipality state zone_id refarea ref_area insee_com nom_com com"
)
LEVEL_WORDS = _words("niveau maille echelle level granularite zonage type_zone maille_geographique")
CODE_WORDS = _words("code codes id idbank identifiant insee siren siret cod num numero iso nuts geocode codgeo")
COORDINATE_WORDS = _words(
    "x_wgs84 y_wgs84 x_reglementaire y_reglementaire lat lon lng long latitude longitude geom geometry geo_point_2d x y"
)
CODED_BREAKDOWN_WORDS = _words("sexe sex age csp pcs naf nace isced classe tranche diplome")
BOOLEAN_WORDS = _words("true false vrai faux oui non yes no 0 1")
TOTAL_LABELS = _words("total ensemble t _t tous toutes all tot _z y_ge0 f+m both_sexes tout") | {
    "both sexes",
    "all ages",
    "tous ages",
    "tous les ages",
    "tous sexes",
    "toutes categories",
}
RATE_SIGNS = ("%", "‰")
UNITS_IN_TEXT = (
    ("‰", "‰"),
    ("%", "%"),
    ("pourcentage", "%"),
    ("percent", "%"),
    ("pour 1000", "pour 1 000"),
    ("pour 100 000", "pour 100 000"),
    ("per 100,000", "pour 100 000"),
    ("euros par an", "€ par an"),
    ("euro", "€"),
    ("mwh", "MWh"),
    ("km2", "km²"),
    ("km²", "km²"),
    ("µg/m3", "µg/m³"),
)
SEX_LABELS = dict.fromkeys(("femmes", "hommes", "femme", "homme", "women", "men"), "sexe")
EMPTY_WORDS = _words(
    "le la les l de du des d un une et ou en au aux a par pour sur dans of the in by and per to for with on avec que"
    " qui est valeur valeurs total ensemble je veux i want"
)

"""Words that headers and cells of statistical files are made of, folded (lower case, no accent), French and English."""

PERIOD_WORDS = frozenset(
    ["annee", "annees", "an", "date", "periode", "period", "time", "trimestre", "quarter", "mois", "month", "semestre", "year", "years", "millesime", "exercice", "jour", "day", "refperiod", "time_period", "timeperiod"]
)
NOT_A_PERIOD_WORDS = frozenset(
    ["update", "updated", "maj", "jour_maj", "creation", "publication", "extraction", "naissance", "modification"]
)
PERIOD_START_WORDS = frozenset(["debut", "start", "from", "begin"])
VALUE_WORDS = frozenset(
    ["valeur", "value", "values", "obs_value", "obsvalue", "taux", "part", "pourcentage", "nombre", "effectif", "effectifs", "montant", "indice", "proportion", "ratio", "rate", "percent", "share", "count", "total", "score", "population", "pop", "superficie", "longueur", "surface", "niveau", "salaire", "revenu", "consommation", "emission", "emissions", "mean", "median", "moyenne", "mediane", "observation", "gap", "nb", "tx"]
)
EXACT_VALUE_NAMES = frozenset(["obs_value", "obs", "value", "valeur", "value", "observation", "observation_value", "obsvalue"])
RATE_WORDS = frozenset(["taux", "part", "pourcentage", "proportion", "ratio", "rate", "percent", "share", "pct", "tx", "indice", "index"])
STATUS_WORDS = frozenset(
    ["statut", "status", "flag", "flags", "obs_flag", "obs_status", "conf_status", "codes", "confidentialite", "secret", "nature_valeur"]
)
NOT_STATUS_WORDS = frozenset(["emploi", "employment", "activite", "activity", "matrimonial", "conjugal", "occupation", "logement"])
NOTE_WORDS = frozenset(["note", "notes", "footnote", "footnotes", "comment", "comments", "commentaire", "remarque", "observations"])
UNIT_WORDS = frozenset(["unit", "units", "unite", "unites", "measure_unit", "multiplier", "multiplicateur", "quantite"])
MEASURE_WORDS = frozenset(
    ["mesure", "mesures", "measure", "measures", "indicateur", "indicateurs", "indicator", "indicators", "serie", "series", "variable", "statistique", "statistic", "seriesdescription", "grandeur"]
)
TERRITORY_WORDS = frozenset(
    ["geo", "geographie", "geography", "territoire", "territory", "territoryid", "commune", "communes", "departement", "departements", "region", "regions", "epci", "ept", "siren", "insee", "codgeo", "libgeo", "codegeo", "country", "countries", "pays", "lieu", "zone", "location", "area", "areaname", "geoareaname", "geoareacode", "geocode", "code_insee", "dep", "reg", "canton", "bassin", "quartier", "quartiers", "arrondissement", "iris", "nuts", "ville", "city", "municipality", "state", "codegeo", "zone_id", "refarea", "ref_area", "insee_com", "nom_com", "com", "zonage"]
)
LEVEL_WORDS = frozenset(["niveau", "maille", "echelle", "level", "granularite", "zonage", "type_zone", "maille_geographique"])
CODE_WORDS = frozenset(
    ["code", "codes", "id", "idbank", "identifiant", "insee", "siren", "siret", "cod", "num", "numero", "iso", "nuts", "geocode", "codgeo"]
)
COORDINATE_WORDS = frozenset(
    ["x_wgs84", "y_wgs84", "x_reglementaire", "y_reglementaire", "lat", "lon", "lng", "long", "latitude", "longitude", "geom", "geometry", "geo_point_2d", "x", "y"]
)
TOTAL_LABELS = frozenset(
    ["total", "ensemble", "t", "_t", "tous", "toutes", "all", "both", "sexes", "all_ages", "tot", "_z", "y_ge0", "f+m", "both_sexes", "ensemble_des_ages", "tout"]
) | {"both sexes", "all ages", "tous ages", "toutes categories", "tous sexes", "ensemble des", "tous les ages"}
FOOTER_WORDS = (
    "source",
    "note",
    "champ",
    "lecture",
    "donnees",
    "data",
    "special",
    "legende",
    "key",
    "©",
    "*",
    "^",
    "(",
    "avertissement",
    "mise a jour",
    "date d",
    "n.b",
    "nb",
)
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
SEX_LABELS = {"femmes": "sexe", "hommes": "sexe", "femme": "sexe", "homme": "sexe", "women": "sexe", "men": "sexe"}

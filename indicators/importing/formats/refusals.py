"""The sentences of refusal of the opener: what is wrong with the file, and what the person can do."""

from django.utils.translation import gettext_lazy as _

from indicators.importing.refusals import FileRefused

DOWNLOAD_AGAIN = _("Téléchargez-le de nouveau à la source.")
SAVE_AS_XLSX = _("Ouvrez-le dans votre tableur, enregistrez-le au format .xlsx, puis déposez-le de nouveau.")
ASK_FOR_TABLE = _("Demandez le tableau à la source : nous ne lisons que des tableaux (CSV, XLSX, XLS, ODS, JSON).")
TABLE_ALONE = _("Gardez seulement le tableau utile, puis déposez-le de nouveau.")

REFUSALS = {
    "empty": (_("Le fichier est vide."), DOWNLOAD_AGAIN),
    "truncated": (_("Le fichier est incomplet ou abîmé."), DOWNLOAD_AGAIN),
    "password_protected": (
        _("Le fichier est protégé par un mot de passe."),
        _(
            "Dans votre tableur : Fichier, Informations, Protéger le classeur, effacez le mot de passe, enregistrez,"
            " puis déposez de nouveau le fichier."
        ),
    ),
    "macros": (
        _("Le fichier contient des macros, c’est-à-dire des programmes."),
        _("Enregistrez-le sous « classeur .xlsx », sans macros, puis déposez-le de nouveau."),
    ),
    "zip_bomb": (
        _("Le fichier grossit plus de 100 fois une fois ouvert : c’est une archive anormale."),
        _("Demandez-nous de le regarder, ou demandez à la source un fichier CSV."),
    ),
    "too_large": (_("Le fichier dépasse 200 Mo une fois lu."), TABLE_ALONE),
    "too_many_columns": (_("Le tableau a trop de colonnes : plus de 5 000."), TABLE_ALONE),
    "too_many_sheets": (_("Le classeur a trop de feuilles : plus de 150."), TABLE_ALONE),
    "too_many_cells": (_("Une feuille du classeur est trop grande : plus de 60 millions de cases."), TABLE_ALONE),
    "pdf": (_("Le fichier est un PDF."), ASK_FOR_TABLE),
    "image": (_("Le fichier est une image."), ASK_FOR_TABLE),
    "document": (_("Le fichier est un texte mis en page ou une présentation, pas un tableau."), ASK_FOR_TABLE),
    "archive": (
        _("Le fichier est une archive compressée."),
        _("Décompressez-la, puis déposez le tableau qu’elle contient."),
    ),
    "web_page": (
        _("Le fichier est une page web, pas un tableau : souvent un message d’erreur du site de la source."),
        _("Ouvrez l’adresse de la source dans votre navigateur, téléchargez le tableau lui-même, puis déposez-le."),
    ),
    "html_table": (_("Le fichier est un tableau de page web, malgré son nom."), SAVE_AS_XLSX),
    "xml": (
        _("Le fichier est en XML, un format que nous ne lisons pas."),
        _("Choisissez CSV ou XLSX à la source, ou enregistrez-le en .xlsx avec votre tableur."),
    ),
    "binary": (_("Le fichier n’est ni du texte ni un classeur."), ASK_FOR_TABLE),
    "nul_bytes": (
        _("Le fichier contient des octets nuls au milieu du texte : il a été abîmé en route."),
        DOWNLOAD_AGAIN,
    ),
    "other_workbook": (_("Le fichier est un classeur d’un format que nous ne lisons pas."), SAVE_AS_XLSX),
    "json_stat": (
        _("Le fichier est en JSON-stat ou en SDMX-JSON, des formats que nous ne lisons pas."),
        _("Choisissez CSV (SDMX-CSV) à la source."),
    ),
    "json_shape": (
        _("Le fichier JSON ne contient pas de liste d’enregistrements."),
        _("Choisissez CSV à la source, ou une liste d’objets qui ont tous les mêmes noms."),
    ),
    "json_syntax": (_("Le fichier commence comme du JSON, mais sa suite ne se lit pas."), DOWNLOAD_AGAIN),
    "unknown_encoding": (
        _("Le jeu de caractères choisi ne convient pas à ce fichier."),
        _("Choisissez un autre jeu de caractères, ou laissez la détection se faire seule."),
    ),
    "no_cells": (_("Le fichier ne contient aucune case remplie."), DOWNLOAD_AGAIN),
}


def refused(code: str) -> FileRefused:
    """The refusal of that code, ready to be raised."""
    reason, remedy = REFUSALS[code]
    return FileRefused(code=code, reason=reason, remedy=remedy)

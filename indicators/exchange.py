"""Files of catalogue tables: reading, dry run, writing. Knows no model."""

from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

import tablib
from django import forms
from django.core import signing
from django.core.exceptions import PermissionDenied
from django.core.validators import FileExtensionValidator
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from indicators.importing.formats import open_source
from indicators.importing.refusals import FileRefused

KINDS = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
LARGEST = 2 * 1024 * 1024
"""Bytes of a file of the catalogue; the figures themselves take another path."""
SALT, MAX_AGE = "indicators.exchange", 3600


class UnreadableTable(Exception):
    """The file is no table; `str()` says what to do."""


class PreviewExpired(Exception):
    """What was previewed is too old to be confirmed; `str()` says what to do."""

    def __str__(self) -> str:
        return _("Rien n’a été importé\u00a0: l’aperçu date de plus d’une heure. Choisissez de nouveau le fichier.")


class ExchangeFileForm(forms.Form):
    """The file to import."""

    file = forms.FileField(
        label=gettext_lazy("Fichier"),
        help_text=gettext_lazy("CSV (UTF-8) ou XLSX, avec les colonnes de l’export, 2 Mo au plus."),
        validators=[FileExtensionValidator(list(KINDS))],
    )

    def clean_file(self) -> Any:
        """Small enough to be shown before it is imported."""
        file = self.cleaned_data["file"]
        if file.size > LARGEST:
            raise forms.ValidationError(_("Ce fichier dépasse 2 Mo."))
        return file


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a row cannot be imported."""

    row: int
    sentence: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an import does, or would do."""

    new: int
    changed: int
    unchanged: int
    rows: list[tuple[str, str]]
    errors: list[Problem]


def table_of(content: bytes, name: str) -> tablib.Dataset:
    """The table in a CSV file or in the first sheet of a workbook. Raises UnreadableTable."""
    if PurePath(name).suffix.lower() == ".xlsx":
        return table_of_workbook(content, name)
    try:
        text = content.decode("utf-8-sig")
        delimiter = max(";,\t", key=text.partition("\n")[0].count)
        return tablib.Dataset().load(text, format="csv", delimiter=delimiter)
    except UnicodeDecodeError as error:
        raise UnreadableTable(_("Enregistrez ce fichier en CSV UTF-8, ou en XLSX.")) from error
    except Exception as error:  # tablib raises whatever its parser meets
        raise UnreadableTable(_("Ce fichier n’est pas un tableau lisible.")) from error


def table_of_workbook(content: bytes, name: str) -> tablib.Dataset:
    """The first sheet as text, opened with the same precautions as a file of figures. Raises UnreadableTable."""
    try:
        headers, *rows = open_source(content, name=name).grid().cells.to_numpy().tolist()
        return tablib.Dataset(*rows, headers=headers)
    except FileRefused as refused:
        raise UnreadableTable(f"{refused.reason} {refused.remedy}") from refused
    except ValueError as error:  # nothing in the first sheet
        raise UnreadableTable(_("Ce fichier n’est pas un tableau lisible.")) from error


def written(dataset: tablib.Dataset, kind: str) -> bytes:
    """The file: CSV in UTF-8 with a mark for spreadsheets and semicolons, or XLSX."""
    if kind == "xlsx":
        return dataset.export("xlsx")
    return dataset.export("csv", delimiter=";").encode("utf-8-sig")


def download_name(table: str, kind: str) -> str:
    """« indicators-2026-11-24.csv »."""
    return f"{table}-{timezone.localdate().isoformat()}.{kind}"


def try_import(resource: Any, dataset: tablib.Dataset, *, dry_run: bool) -> Outcome:
    """Import all rows or none. With `dry_run`, none, whatever they are worth."""
    result = resource.import_data(dataset, dry_run=dry_run, use_transactions=True, rollback_on_validation_errors=True)
    kinds = [row.import_type for row in result.rows]
    labels = {"new": _("nouveau"), "update": _("modifié")}
    return Outcome(
        new=kinds.count("new"),
        changed=kinds.count("update"),
        unchanged=kinds.count("skip"),
        rows=[(labels[row.import_type], row.object_repr) for row in result.rows if row.import_type in labels],
        errors=problems_of(result),
    )


def problems_of(result: Any) -> list[Problem]:
    """Errors of the whole file, then row by row (the header is row 1)."""
    whole = [Problem(1, str(error.error)) for error in result.base_errors]
    broken = [Problem(error.number + 1, str(error.error)) for row in result.error_rows for error in row.errors]
    invalid = [Problem(row.number + 1, "; ".join(row.error.messages)) for row in result.invalid_rows]
    return whole + broken + invalid


def sealed(content: bytes, name: str, user: Any) -> str:
    """The file as a signed text, for the hidden field between preview and confirmation."""
    return signing.dumps({"name": name, "user": user.pk, "content": content.hex()}, salt=SALT, compress=True)


def opened(text: str, user: Any) -> tuple[bytes, str]:
    """The file that this person previewed. Raises PreviewExpired after an hour, PermissionDenied when it is not it."""
    try:
        kept = signing.loads(text, salt=SALT, max_age=MAX_AGE)
    except signing.SignatureExpired as error:
        raise PreviewExpired from error
    except signing.BadSignature as error:
        raise PermissionDenied from error
    if kept["user"] != user.pk:
        raise PermissionDenied
    return bytes.fromhex(kept["content"]), kept["name"]

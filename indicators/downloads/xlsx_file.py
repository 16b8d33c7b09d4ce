"""A workbook with two sheets, figures and what they mean; written row by row to a temporary file."""

import tempfile
from collections.abc import Iterable
from decimal import Decimal
from typing import IO

from django.utils.translation import gettext as _
from openpyxl import Workbook

from indicators.downloads.records import Record, Selection, exact, records
from indicators.statuses import words_of
from portal.csv_safety import safe_cell
from portal.formatting import format_date

MOST_ROWS = 1_048_575
"""A sheet holds this many rows under its header."""

SIGNIFICANT_DIGITS = 15
"""Digits that a spreadsheet keeps of a number; a longer value is written as text, so that it is not rounded."""


def xlsx_file(chosen: Selection, address: str) -> IO[bytes]:
    """The open temporary file, at its start; it disappears when closed."""
    workbook = Workbook(write_only=True)
    figures = workbook.create_sheet(_("Données"))
    figures.append(_header(chosen))
    for record in records(chosen):
        figures.append(_cells(record, chosen))
    about = workbook.create_sheet(_("À propos"))
    for name, value in _about(chosen, address):
        about.append([name, safe_cell(value)])
    file = tempfile.TemporaryFile()  # noqa: SIM115 (the response closes it)
    workbook.save(file)
    file.seek(0)
    return file


def _header(chosen: Selection) -> list[str]:
    before = [_("Nomenclature"), _("Code"), _("Territoire"), _("Période")]
    unit = chosen.release.indicator.unit
    value = _("Valeur (%(unit)s)") % {"unit": unit} if unit else _("Valeur")
    bounds = [_("Borne basse"), _("Borne haute")] if chosen.has_intervals else []
    return [*before, *(safe_cell(name) for name in chosen.dimensions), value, *bounds, _("Statut"), _("Note")]


def _cells(record: Record, chosen: Selection) -> list[str | Decimal | None]:
    return [
        safe_cell(record.territory_scheme),
        safe_cell(record.territory),
        safe_cell(record.territory_name),
        record.period,
        *(safe_cell(record.breakdown.get(name, "")) for name in chosen.dimensions),
        _number(record.value),
        *((_number(record.lower), _number(record.upper)) if chosen.has_intervals else ()),
        words_of(record.status),
        safe_cell(record.note),
    ]


def _number(value: Decimal | None) -> str | Decimal | None:
    if value is None or len(value.as_tuple().digits) <= SIGNIFICANT_DIGITS:
        return value
    return exact(value)


def _about(chosen: Selection, address: str) -> Iterable[tuple[str, str]]:
    release, indicator = chosen.release, chosen.release.indicator
    published = release.went_public_at
    return [
        (_("Indicateur"), indicator.title),
        (_("Unité"), indicator.unit),
        (_("Définition"), indicator.definition),
        (_("Champ"), indicator.scope),
        (_("Source"), f"{indicator.source.producer}, {indicator.source.name}"),
        (_("Licence"), indicator.source.licence),
        (_("Version"), str(release.number)),
        (_("Mise en ligne"), format_date(published) if published else ""),
        (_("Précautions"), indicator.limits),
        (_("Page"), address),
    ]

"""A table written by hand: captioned, with a heading for every column and every row."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTable, TypedTableBlock, TypedTableBlockValidationError
from wagtail_localize.segments import StringSegmentValue

from portal.formatting import format_number

MOST_COLUMNS, MOST_ROWS = 8, 40


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell in words; numbers stand on the right."""

    text: str
    is_number: bool


class TableBlock(TypedTableBlock):
    """Columns of texts or of numbers. The first column names the rows; a figure of an indicator has its own blocks."""

    text = blocks.CharBlock(label=_("Texte"), required=False, max_length=300)
    number = blocks.DecimalBlock(label=_("Nombre"), required=False)

    class Meta:
        label = _("Tableau")
        icon = "table"
        template = "portal/blocks/table.html"
        description = _("Un petit tableau, avec son titre et ses en-têtes.")
        preview_value = {
            "caption": _("Ce qui se passe, mois par mois"),
            "columns": [{"type": "text", "heading": _("Étape")}, {"type": "number", "heading": _("Personnes")}],
            "rows": [{"values": [_("Réunion avec l’équipe"), 12]}, {"values": [_("Essai des trajets"), 8]}],
        }

    def clean(self, table: TypedTable) -> TypedTable:
        """Refuse what a screen reader could not read. A draft may be incomplete."""
        cleaned = super().clean(table)
        wrong = list(_problems(cleaned))
        if wrong and not self.is_deferred_validation:
            raise TypedTableBlockValidationError(non_block_errors=wrong)
        return cleaned

    def get_context(self, value: TypedTable, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        rows = [[_cell(bound.block, bound.value) for bound in row] for row in value.rows]
        headings = [(column["heading"], column["block"].name == "number") for column in value.columns]
        return super().get_context(value, parent_context) | {"headings": headings, "rows": rows}

    def get_translatable_segments(self, value: TypedTable) -> list[StringSegmentValue]:
        """The caption, the headings and the texts, for the synchronised translation of pages."""
        return [StringSegmentValue(path, text) for path, text in _texts(value) if text]

    def restore_translated_segments(self, value: TypedTable, segments: Iterable[StringSegmentValue]) -> TypedTable:
        """The same table with its texts translated."""
        for segment in segments:
            _put(value, segment.path, segment.render_text())
        return value


def _problems(table: TypedTable) -> Iterable[str]:
    if not table.caption.strip():
        yield _now("Donnez un titre au tableau.")
    if len(table.columns) < 2 or not table.row_data:
        yield _now("Un tableau a au moins deux colonnes et une ligne.")
    if len(table.columns) > MOST_COLUMNS or len(table.row_data) > MOST_ROWS:
        yield _now("Huit colonnes et quarante lignes au plus\u00a0: un fichier se joint, un tableau se lit.")
    if any(not column["heading"].strip() for column in table.columns):
        yield _now("Chaque colonne a un en-tête.")
    if any(row["values"] and row["values"][0] in (None, "") for row in table.row_data):
        yield _now("La première colonne nomme les lignes\u00a0: aucune de ses cases n’est vide.")


def _cell(block: Any, value: Any) -> Cell:
    is_number = block.name == "number"
    if value is None:
        return Cell("", is_number)
    return Cell(format_number(value) if is_number else str(value), is_number)


def _texts(table: TypedTable) -> Iterable[tuple[str, str]]:
    yield "caption", table.caption
    for index, column in enumerate(table.columns):
        yield f"columns.{index}", column["heading"]
    for row, line in enumerate(table.row_data):
        for index, column in enumerate(table.columns):
            if column["block"].name == "text":
                yield f"rows.{row}.{index}", line["values"][index] or ""


def _put(table: TypedTable, path: str, text: str) -> None:
    kind, *places = path.split(".")
    if kind == "caption":
        table.caption = text
    elif kind == "columns":
        table.columns[int(places[0])]["heading"] = text
    else:
        table.row_data[int(places[0])]["values"][int(places[1])] = text

"""The text that an origin of the recipe gives to each row or to each column of a sheet."""

from collections.abc import Sequence

import numpy as np
from django.utils.translation import gettext as _

from .coded import Coded
from .fitting import column_of, does_not_fit
from .grids import SourceFile
from .patterns import extracted
from .recipes import Origin
from .sheets import Column, Sheet, cell_position, title
from .spellings import tidy


def row_texts(source: SourceFile, sheet: Sheet, origin: Origin) -> Coded:
    """What the columns, cells, names and constants of the origin say for each row of data."""
    names = [name for name in (origin.column, *origin.columns) if name]
    parts = [sheet.coded(column_of(sheet, name)) for name in names]
    fixed = [text for text in (_fixed_text(source, sheet, origin), origin.constant) if text]
    parts += [Coded.constant(text, len(sheet.rows)) for text in fixed]
    if not parts:
        return Coded.constant("", len(sheet.rows))
    return parts[0] if len(parts) == 1 else Coded.joined(parts)


def header_texts(columns: Sequence[Column], origin: Origin, header: tuple[int, ...]) -> list[str]:
    """What the header rows of the origin say for each of these columns."""
    depths = [header.index(row) for row in origin.header_rows]
    return [" ".join(filter(None, (column.headers[depth] for depth in depths))) for column in columns]


def cell_texts(rows: Coded, headers: Sequence[str], origin: Origin, *, kept_unmatched: bool = True) -> Coded:
    """The text of each cell (rows × columns, row by row), after the origin's pattern.

    A text in which the pattern is not found stays as it is when `kept_unmatched`, else becomes "".
    """
    width = len(headers)
    down = Coded(np.repeat(rows.codes, width), rows.texts)
    parts = [down] if any(rows.texts) else []
    if any(headers):
        positions = np.tile(np.arange(width, dtype=np.int32), len(rows))
        parts.append(Coded(positions, list(headers)).mapped(str))
    joined = (Coded.joined(parts) if len(parts) == 2 else parts[0]) if parts else down
    return with_pattern(joined, origin.pattern, kept_unmatched=kept_unmatched)


def with_pattern(texts: Coded, pattern: str, *, kept_unmatched: bool = True) -> Coded:
    """The first group of the pattern in each distinct text."""
    if not pattern:
        return texts
    found = dict(zip(texts.texts, extracted(texts.texts, pattern), strict=True))

    def change(text: str) -> str:
        group = found[text]
        return tidy(group) if group is not None else (text if kept_unmatched else "")

    return texts.mapped(change)


def _fixed_text(source: SourceFile, sheet: Sheet, origin: Origin) -> str:
    if origin.cell:
        return _cell_text(sheet, origin.cell)
    names = {"file_name": source.name, "sheet_name": sheet.grid.name}
    return title(sheet.grid, sheet.header) if origin.source == "title" else tidy(names.get(origin.source, ""))


def _cell_text(sheet: Sheet, address: str) -> str:
    row, column = cell_position(address)
    cells = sheet.grid.cells
    text = tidy(str(cells.iat[row, column])) if row < cells.shape[0] and column < cells.shape[1] else ""
    if not text:
        raise does_not_fit(_("La case %(address)s est vide.") % {"address": address})
    return text

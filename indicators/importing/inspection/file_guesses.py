"""Facts about the file itself, and the sentences about its encoding, its separator and where its table stands."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from indicators.importing.spellings import tidy
from portal.formatting import quoted

from .guesses import ALMOST, NO_HEADER, SURE, Alternative, Facts, Guess
from .table import Table
from .view import View

ROWS_ABOVE, ROWS_BELOW, CELLS_SHOWN = 3, 4, 4
ENCODINGS = {
    "utf-8": "UTF-8",
    "cp1252": "Windows-1252",
    "latin-1": "Latin-1",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
}


def facts_of(view: View) -> Facts:
    """Everything seen, with row numbers as people count them."""
    source, table = view.source, view.table
    return Facts(
        format=source.format,
        encoding=source.encoding,
        separator=source.separator,
        quirks=source.quirks,
        sheets=tuple(grid.name for grid in source.grids),
        sheet=table.grid.name,
        header=table.shape.header,
        first_row=table.first + 1,
        last_row=table.end,
        columns=tuple(column.name for column in table.columns),
        titles=tuple(text for _row, _column, text in table.above)[:20],
        notes=table.below[:20],
    )


def file_guesses(view: View) -> tuple[Guess, ...]:
    """Header, encoding and separator."""
    found = [_header_guess(view)]
    if view.source.encoding and view.source.format != "json":
        found.append(_encoding_guess(view))
    return tuple(found)


def _header_guess(view: View) -> Guess:
    table = view.table
    above = len({row for row, _column, _text in table.above})
    if not table.header:
        sentence = _("Le tableau n’a pas de ligne de titres.")
    elif above:
        sentence = ngettext(
            "Le tableau commence ligne %(row)d, après %(above)d ligne de titre.",
            "Le tableau commence ligne %(row)d, après %(above)d lignes de titre.",
            above,
        ) % {"row": table.shape.header[0], "above": above}
    else:
        sentence = _("Le tableau commence ligne %(row)d.") % {"row": table.shape.header[0]}
    reason = _("%(rows)d lignes suivent, sur %(columns)d colonnes.") % {
        "rows": table.height,
        "columns": len(table.columns),
    }
    confidence = SURE if table.header else ALMOST
    return Guess("file.header", _header_value(table.shape.header), sentence, reason, confidence, _other_headers(table))


def _header_value(rows: tuple[int, ...]) -> str:
    return ",".join(map(str, rows)) or NO_HEADER


def _other_headers(table: Table) -> tuple[Alternative, ...]:
    """The filled rows near the titles, the titles with the row above them, and no title at all."""
    cells, now = table.grid.cells, table.shape.header
    first = min(now, default=1)
    near = range(max(1, first - ROWS_ABOVE), min(len(cells), first + ROWS_BELOW) + 1)
    shown = {row: _shown(cells.iloc[row - 1].tolist()) for row in near}
    several = [now, (first - 1, *now)] if shown.get(first - 1) and now else [now]
    options = dict.fromkeys([*several, *((row,) for row in near if shown[row]), ()])
    return tuple(
        Alternative(_header_value(rows), _rows_label(rows), shown.get(max(rows, default=0), "")) for rows in options
    )


def _rows_label(rows: tuple[int, ...]) -> str:
    if not rows:
        return _("aucune ligne de titres")
    if len(rows) == 1:
        return _("ligne %(row)d") % {"row": rows[0]}
    return _("lignes %(first)d à %(last)d") % {"first": rows[0], "last": rows[-1]}


def _shown(texts: list[str]) -> str:
    filled = [text for cell in texts if (text := tidy(cell))]
    return " · ".join(text[:30] for text in filled[:CELLS_SHOWN]) + (" …" if len(filled) > CELLS_SHOWN else "")


def _encoding_guess(view: View) -> Guess:
    source = view.source
    separators = {
        ";": _("des points-virgules"),
        ",": _("des virgules"),
        "\t": _("des tabulations"),
        "|": _("des barres"),
    }
    sentence = _("Le fichier est en %(encoding)s, séparé par %(separator)s.") % {
        "encoding": ENCODINGS.get(source.encoding, source.encoding),
        "separator": separators.get(source.separator, quoted(source.separator)),
    }
    is_told = source.encoding.startswith("utf")
    reason = (
        _("Le texte n’a pas de signe impossible.")
        if is_told
        else _("Les lettres accentuées ne se lisent bien qu’ainsi.")
    )
    return Guess("file.encoding", source.encoding, sentence, reason, SURE if is_told else ALMOST)

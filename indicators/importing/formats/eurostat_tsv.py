"""Eurostat's TSV packs several dimensions into the first column: `freq,unit,geo\\TIME_PERIOD`."""

import re

import pandas as pd

COMPOSITE = re.compile(r"[\w ]+(?:,[\w ]+)*\\\s*\w+")


def split_composite_column(cells: pd.DataFrame) -> tuple[pd.DataFrame, bool]:
    """The same table with one column per dimension; untouched, and False, when it is not of that kind.

    The part after the backslash names the headers of the other columns; it carries nothing else and is left out.
    """
    head = str(cells.iat[0, 0]).strip() if cells.size else ""
    if not COMPOSITE.fullmatch(head):
        return cells, False
    width = head.count(",") + 1
    parts = cells[0].str.split(",", n=width - 1, expand=True).fillna("")
    parts.iloc[0] = [name.partition("\\")[0].strip() for name in head.split(",")]
    whole = pd.concat([parts.astype("str"), cells.iloc[:, 1:]], axis=1)
    whole.columns = pd.RangeIndex(whole.shape[1])
    return whole, True

"""What a person decided about a problem: drop the rows by name, say what a cell means, or name a territory."""

from dataclasses import dataclass

DROP = "drop"
REPLACE = "replace"
MAP = "map"


@dataclass(frozen=True)
class Decision:
    """`drop` leaves the cells out and counts them; `replace` reads `text` instead of the cell; `map` says which
    territory (`scheme`, `code`) the file means."""

    action: str
    text: str = ""
    scheme: str = ""
    code: str = ""

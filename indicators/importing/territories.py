"""The territories that the catalogue knows, found by code with its scheme or by any of their spellings."""

import csv
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from rapidfuzz import fuzz, process

from .country_codes import other_codes
from .spellings import bag_key, name_key

SUGGESTIONS = 3
LIKENESS = 80
"""Score out of 100 from which a name with the same first letters is worth suggesting."""
NEARLY_EQUAL = 90
"""Score from which it is, whatever its first letters."""
FIRST_LETTERS = 2
SHORTEST = 4
"""Letters below which two names are near by chance."""
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True)
class CatalogueRow:
    """A territory; `successor` is the (scheme, code) of the one that replaced it, `pk` its key in the database."""

    scheme: str
    code: str
    name: str
    level: str = ""
    parent: tuple[str, str] | None = None
    spellings: tuple[str, ...] = ()
    successor: tuple[str, str] | None = None
    pk: int | None = None

    @property
    def reference(self) -> str:
        """`scheme|code`, as recipes and decisions write it."""
        return f"{self.scheme}|{self.code}"


@dataclass(frozen=True)
class Catalogue:
    """Territories indexed once, then asked for each distinct text of a file."""

    rows: tuple[CatalogueRow, ...] = ()
    _codes: Mapping[tuple[str, str], CatalogueRow] = field(default_factory=dict, repr=False)
    _names: Mapping[str, tuple[CatalogueRow, ...]] = field(default_factory=dict, repr=False)
    _bags: Mapping[str, tuple[CatalogueRow, ...]] = field(default_factory=dict, repr=False)
    _pools: dict[str, dict[tuple[int, str], str]] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def from_rows(cls, rows: Iterable[CatalogueRow]) -> Self:
        """A catalogue of these territories."""
        known = tuple(rows)
        names: dict[str, list[CatalogueRow]] = {}
        bags: dict[str, list[CatalogueRow]] = {}
        for row in known:
            for spelling in dict.fromkeys((row.name, *row.spellings)):
                if spelling.isdigit():
                    continue
                _add(names, name_key(spelling), row)
                _add(bags, bag_key(spelling), row)
        codes = {key: row for row in known for key in other_codes(row.scheme, row.code, row.spellings)}
        codes |= {(row.scheme, row.code): row for row in known}
        return cls(known, codes, _frozen(names), _frozen(bags))

    @classmethod
    def from_csv(cls, path: Path) -> Self:
        """From a table with the columns scheme, code, name, type, parent_scheme, parent_code; optional: spellings
        (separated by |), successor_scheme and successor_code."""
        with path.open(encoding="utf-8-sig", newline="") as lines:
            return cls.from_rows([_row(line) for line in csv.DictReader(lines)])

    def schemes(self) -> tuple[str, ...]:
        """Every scheme of the catalogue."""
        return tuple(dict.fromkeys(row.scheme for row in self.rows))

    def by_code(self, scheme: str, code: str) -> CatalogueRow | None:
        """The territory of that code, replaced ones included, in any standard for countries; None when not known."""
        return self._codes.get((scheme, code))

    def current(self, row: CatalogueRow) -> CatalogueRow:
        """The territory that stands for this one today: itself, or its last known successor."""
        for _step in range(8):
            after = row.successor and self.by_code(*row.successor)
            if not after:
                return row
            row = after
        return row

    def by_label(self, label: str, scheme: str = "") -> tuple[CatalogueRow, ...]:
        """Territories that this label may name: same words in the same order first, else the same words."""
        for found in (self._names.get(name_key(label), ()), self._bags.get(bag_key(label), ())):
            wanted = tuple(row for row in found if not scheme or row.scheme == scheme)
            if wanted:
                return wanted
        return ()

    def suggestions(self, text: str, schemes: Collection[str] = ()) -> tuple[CatalogueRow, ...]:
        """Territories with nearly this spelling, best first, in these schemes only when there are any; none rather
        than a wrong one. To be shown, never to be taken."""
        wanted = name_key(text)
        if len(wanted) < SHORTEST:
            return ()
        pool = {place: name for scheme in schemes or ("",) for place, name in self._pool(scheme).items()}
        near = process.extract(wanted, pool, scorer=fuzz.ratio, limit=5 * SUGGESTIONS, score_cutoff=LIKENESS)
        rows = [self.rows[number] for name, score, (number, _spelling) in near if _is_near(wanted, name, score)]
        return tuple(dict.fromkeys(rows))[:SUGGESTIONS]

    def _pool(self, scheme: str) -> dict[tuple[int, str], str]:
        """The spellings of one scheme (of all without one), by position among the rows; made equal once."""
        if scheme not in self._pools:
            self._pools[scheme] = {
                (number, key): key
                for number, row in enumerate(self.rows)
                if not scheme or row.scheme == scheme
                for key in map(name_key, (row.name, *row.spellings))
                if len(key) >= SHORTEST
            }
        return self._pools[scheme]


def _is_near(wanted: str, name: str, score: float) -> bool:
    """Numbers are never misspelt into others: Paris 10e is not Paris 11e."""
    if _NUMBER.findall(wanted) != _NUMBER.findall(name):
        return False
    return score >= NEARLY_EQUAL or wanted[:FIRST_LETTERS] == name[:FIRST_LETTERS]


def _add(index: dict[str, list[CatalogueRow]], key: str, row: CatalogueRow) -> None:
    if key and row not in index.setdefault(key, []):
        index[key].append(row)


def _frozen(index: dict[str, list[CatalogueRow]]) -> dict[str, tuple[CatalogueRow, ...]]:
    return {key: tuple(rows) for key, rows in index.items()}


def _row(line: Mapping[str, str]) -> CatalogueRow:
    def pair(prefix: str) -> tuple[str, str] | None:
        code = line.get(f"{prefix}_code") or ""
        return (line.get(f"{prefix}_scheme") or line["scheme"], code) if code else None

    return CatalogueRow(
        scheme=line["scheme"],
        code=line["code"],
        name=line["name"],
        level=line.get("type") or line.get("level") or "",
        parent=pair("parent"),
        spellings=tuple(text for text in (line.get("spellings") or "").split("|") if text),
        successor=pair("successor"),
    )

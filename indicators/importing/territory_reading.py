"""The territory of each cell: by code with its scheme or by label, each distinct text resolved once."""

import re
from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
from django.utils.translation import gettext as _

from .coded import Coded, paired
from .decisions import MAP, Decision
from .former_regions import former_regions
from .ledger import Ledger
from .observations import TerritoryRef
from .recipes import TerritoryRule
from .spellings import folded
from .territories import Catalogue, CatalogueRow

TERRITORIES_SHOWN = 5_000
"""Unknown territories told one by one: each may be mapped."""
_SPREADSHEET_CODE = re.compile(r"(\d+)\.0+")


@dataclass(frozen=True)
class Resolved:
    """What a text of the file stands for; `trouble` is a problem code, `fact` a sentence worth saying."""

    ref: TerritoryRef
    trouble: str = ""
    fact: str = ""


@dataclass
class TerritoryColumn:
    """`refs[codes[i]]` is the territory of cell i."""

    codes: np.ndarray
    refs: list[TerritoryRef]


@dataclass(frozen=True)
class Resolver:
    """Finds what the recipe and the catalogue make of a text."""

    rule: TerritoryRule
    catalogue: Catalogue

    def resolve(self, text: str, level: str = "") -> Resolved:
        """The territory of this text, or the trouble with it. Never a guess."""
        if not text:
            return Resolved(TerritoryRef("", "", "", text), "empty_territory")
        if target := self._labels().get(folded(text)):
            return self.by_code(*target.split("|", 1), label=text)
        scheme, code, sure = self._scheme(text, level)
        if not sure:
            return Resolved(TerritoryRef("", "", text, text), "unknown_level")
        if self.rule.by == "label" or (self.rule.prefixes and not scheme):
            return self._by_label(text, scheme)
        return self.by_code(scheme, self._code(code), label=text)

    def by_code(self, scheme: str, code: str, *, label: str) -> Resolved:
        """The territory of that code, or the one that replaced it."""
        row = self.catalogue.by_code(scheme, code)
        if row is None:
            return Resolved(TerritoryRef(scheme, code, label, label), "unknown_territory")
        now = self.catalogue.current(row)
        return Resolved(_reference(now, label), fact="" if now is row else _replaced(row, now))

    def suggestions(self, text: str, schemes: Collection[str] = ()) -> tuple[str, ...]:
        """`scheme|code|name` of what the text may mean: its code with the zeros it lost, the same name or code of
        letters elsewhere, near names in these schemes (those of the recipe without any)."""
        told = self._told_schemes()
        code = self._code(text)
        padded = [self.catalogue.by_code(scheme, code.zfill(size)) for scheme in told for size in (0, 2, 5)]
        if text.replace("-", "").isalpha():
            padded += [self.catalogue.by_code(scheme, text) for scheme in self.catalogue.schemes()]
        named = [] if text.isdigit() else self.catalogue.by_label(text)
        near = () if text.isdigit() else self.catalogue.suggestions(text, schemes or told)
        found = dict.fromkeys(f"{row.reference}|{row.name}" for row in [*padded, *named, *near] if row)
        return tuple(found)[:5]

    def _told_schemes(self) -> tuple[str, ...]:
        """The schemes in which the recipe reads codes and names."""
        told = (self.rule.scheme, *self.rule.schemes.values(), *self.rule.prefixes.values())
        return tuple(dict.fromkeys(filter(None, told)))

    def _labels(self) -> dict[str, str]:
        return {folded(label): target for label, target in self.rule.labels.items()}

    def _scheme(self, text: str, level: str) -> tuple[str, str, bool]:
        if self.rule.scheme_column:
            return self.rule.schemes.get(level, ""), text, level in self.rule.schemes
        for prefix in sorted(self.rule.prefixes, key=len, reverse=True):
            if text.startswith(prefix) and len(text) > len(prefix) and text[len(prefix) :][0].isdigit():
                return self.rule.prefixes[prefix], text[len(prefix) :], True
        return self.rule.scheme, text, True

    def _code(self, text: str) -> str:
        found = _SPREADSHEET_CODE.fullmatch(text)
        return (found[1] if found else text).zfill(self.rule.pad)

    def _by_label(self, text: str, scheme: str) -> Resolved:
        rows = self.catalogue.by_label(text, scheme)
        if len(rows) == 1:
            now = self.catalogue.current(rows[0])
            return Resolved(_reference(now, text), fact="" if now is rows[0] else _replaced(rows[0], now))
        unknown = TerritoryRef(scheme, "", text, text)
        return Resolved(unknown, "ambiguous_territory" if rows else "unknown_territory")


def read_territories(ledger: Ledger, rule: TerritoryRule, catalogue: Catalogue) -> TerritoryColumn:
    """The territory of every cell. Unknown ones stay in the table, so that a dry run shows them; they block writing."""
    resolver = Resolver(rule, catalogue)
    codes, pairs = paired(
        [ledger.cells.territory.codes, ledger.cells.level.codes],
        [ledger.cells.territory.texts, ledger.cells.level.texts],
    )
    resolved = [resolver.resolve(text, level) for text, level in pairs]
    found = TerritoryColumn(codes.copy(), [item.ref for item in resolved])
    texts = Coded(codes, [text for text, _level in pairs])
    _settle(ledger, resolver, found, texts, [item.trouble for item in resolved])
    used = set(np.unique(codes[ledger.kept()]).tolist())
    ledger.facts.extend(dict.fromkeys(item.fact for place, item in enumerate(resolved) if item.fact and place in used))
    ledger.facts.extend(former_regions([resolved[place].ref for place in sorted(used)], catalogue))
    return found


def _settle(ledger: Ledger, resolver: Resolver, found: TerritoryColumn, texts: Coded, troubles: list[str]) -> None:
    def retry(decision: Decision, places: np.ndarray) -> bool:
        level = ledger.cells.level.texts[ledger.cells.level.codes[places[0]]]
        if decision.action == MAP:
            answer = resolver.by_code(decision.scheme, decision.code, label=texts.texts[texts.codes[places[0]]])
        else:
            answer = resolver.resolve(decision.text, level)
        if answer.trouble:
            return False
        found.refs.append(answer.ref)
        found.codes[places] = len(found.refs) - 1
        return True

    schemes = {text: ref.scheme for text, ref in zip(texts.texts, found.refs, strict=True)}
    others = {ref.scheme for ref in found.refs if ref.known}

    def suggest(text: str) -> tuple[str, ...]:
        return resolver.suggestions(text, (schemes[text],) if schemes.get(text) else others)

    mapped, column = texts.mapped(str), ledger.column_of(resolver.rule.origin)
    for code in ("empty_territory", "unknown_level", "ambiguous_territory", "unknown_territory"):
        wrong = texts.where(trouble == code for trouble in troubles)
        keeps = code in ("ambiguous_territory", "unknown_territory")
        ledger.settle(
            code,
            ledger.open(wrong),
            mapped,
            column,
            retry=retry,
            suggest=suggest,
            keeps_rows=keeps,
            shown=TERRITORIES_SHOWN,
        )


def _reference(row: CatalogueRow, label: str) -> TerritoryRef:
    return TerritoryRef(row.scheme, row.code, row.name, label, known=True, pk=row.pk)


def _replaced(former: CatalogueRow, now: CatalogueRow) -> str:
    return _(
        "%(former)s (%(former_code)s) est devenu %(now)s (%(now_code)s) : les chiffres sont rattachés à ce dernier."
    ) % {
        "former": former.name,
        "former_code": former.code,
        "now": now.name,
        "now_code": now.code,
    }

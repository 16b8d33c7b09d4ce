"""What offices write instead of a value or beside it, in our vocabulary; a recipe adds to these and overrides them."""

from collections.abc import Mapping

from indicators import statuses as say

from .spellings import tidy

NORMAL = "normal"
"""A flag that says nothing special (INSEE's A, « Diffusable »)."""

DEFAULT_MARKS: Mapping[str, str] = {
    **dict.fromkeys(
        (":", ".", "..", "...", "\u2026", "-", "\u2013", "\u2014", "n/a", "na", "n.a.", "nd", "n.d.", "n.d"),
        say.MISSING,
    ),
    **dict.fromkeys(
        (
            "null",
            "none",
            "nan",
            "nr",
            "nc",
            "n.c.",
            "[x]",
            "manquant",
            "non disponible",
            "n/a - résultat non disponible",
        ),
        say.MISSING,
    ),
    **dict.fromkeys(
        ("s", "c", "x", "[c]", "conf", "secret", "ndiff", "n.diff.", "n.diff", "confidentiel"), say.WITHHELD
    ),
    **dict.fromkeys(("ns", "n.s.", "n.s", "[u]", "non significatif"), say.NOT_SIGNIFICANT),
    **dict.fromkeys(("so", "s.o.", "s.o", "///", "[z]", "sans objet"), say.NOT_APPLICABLE),
}
"""Marks that stand instead of a value, in lower case."""

DEFAULT_FLAGS: Mapping[str, str] = {
    "a": NORMAL,
    "b": say.BREAK,
    "c": say.WITHHELD,
    "d": say.DEFINITION_DIFFERS,
    "e": say.ESTIMATED,
    "f": say.ESTIMATED,
    "n": say.NOT_SIGNIFICANT,
    "p": say.PROVISIONAL,
    "r": say.REVISED,
    "s": say.ESTIMATED,
    "u": say.LOW_RELIABILITY,
    "z": say.NOT_APPLICABLE,
    "sd": say.PROVISIONAL,
    **dict.fromkeys(("normal value", "normale", "normal", "diffusable", "valeur normale", "définitif"), NORMAL),
    **dict.fromkeys(("provisional value", "provisional", "provisoire", "valeur provisoire"), say.PROVISIONAL),
    **dict.fromkeys(("estimated value", "estimated", "estimé", "estimation", "valeur estimée"), say.ESTIMATED),
    **dict.fromkeys(("revised", "révisé", "valeur révisée"), say.REVISED),
    **dict.fromkeys(("time series break", "break", "rupture", "rupture de série"), say.BREAK),
    **dict.fromkeys(("confidentiel (secret statistique)", "confidentiel", "confidential", "secret"), say.WITHHELD),
    **dict.fromkeys(("missing value", "missing", "manquant", "non disponible"), say.MISSING),
}
"""Flags that stand beside a value (SDMX letters, INSEE's and Open SDG's words), in lower case."""


def mark_status(cell: str, marks: Mapping[str, str]) -> str | None:
    """The status of a cell that holds a mark instead of a value; None when it is not a known mark."""
    text = tidy(cell)
    return marks.get(text) or DEFAULT_MARKS.get(text.casefold())


def flag_statuses(flag: str, flags: Mapping[str, str]) -> tuple[str, ...] | None:
    """The statuses of a flag, letter by letter when it combines several (`dp`); None when a part of it is unknown."""
    text = flag.strip()
    if not text:
        return ()
    whole = _one_flag(text, flags)
    if whole is not None:
        return whole
    if len(text) > 6 or not text.replace(" ", "").isalpha():
        return None
    parts = [_one_flag(letter, flags) for letter in text if letter != " "]
    if any(part is None for part in parts):
        return None
    return tuple(dict.fromkeys(status for part in parts for status in part or ()))


def _one_flag(flag: str, flags: Mapping[str, str]) -> tuple[str, ...] | None:
    status = flags.get(flag) or DEFAULT_FLAGS.get(flag.casefold())
    if status is None:
        return None
    return () if status == NORMAL else (status,)

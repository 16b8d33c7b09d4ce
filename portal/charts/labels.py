"""Labels beside the ends of lines: wrapped, and spread so that none covers another."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

_WORDS = re.compile(r"[^\s-]+-?|-")
"""Words of a name, which may also be cut after a hyphen."""


@dataclass(frozen=True, slots=True)
class Label:
    """Lines of text at a height of the drawing (`y`, share from the top), as tall as `height` (share)."""

    lines: tuple[str, ...]
    x: float
    y: float
    height: float
    kind: str = ""


def wrap(name: str, value: str, width: int) -> tuple[str, ...]:
    """The name and its value on one line if they fit in `width` characters, else the name in lines, then the value."""
    if len(name) + len(value) + 1 <= width:
        return (f"{name} {value}",)
    lines = [""]
    for word in _WORDS.findall(name):
        joined = lines[-1] + word if lines[-1].endswith("-") else f"{lines[-1]} {word}".strip()
        if lines[-1] and len(joined) > width:
            lines.append(word)
        else:
            lines[-1] = joined
    return (*lines, value)


def spread(labels: Sequence[Label]) -> list[Label]:
    """The same labels moved as little as possible so that none overlaps, all inside the drawing when they fit.

    Neighbours that collide are joined and centred on the mean of the places that they wanted.
    """
    groups: list[list[Label]] = []
    for label in sorted(labels, key=lambda label: label.y):
        groups.append([label])
        while len(groups) > 1 and _bottom(groups[-2]) > _top(groups[-1]):
            last = groups.pop()
            groups[-1].extend(last)
    return [placed for group in groups for placed in _stacked(group)]


def _tall(group: Sequence[Label]) -> float:
    return sum(label.height for label in group)


def _top(group: Sequence[Label]) -> float:
    """Where the group starts when it is centred on the places wanted, kept inside the drawing."""
    offset, wanted = 0.0, 0.0
    for label in group:
        wanted += label.y - offset - label.height / 2
        offset += label.height
    return max(0.0, min(wanted / len(group), 1.0 - _tall(group)))


def _bottom(group: Sequence[Label]) -> float:
    return _top(group) + _tall(group)


def _stacked(group: Sequence[Label]) -> list[Label]:
    top = _top(group)
    placed = []
    for label in group:
        placed.append(replace(label, y=top + label.height / 2))
        top += label.height
    return placed

"""What a block asks of the figures, before any of them is read."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Protocol, runtime_checkable


@dataclass(frozen=True, slots=True)
class Wanted:
    """An indicator, by key or by code, as it is now or as its release of that number told it."""

    key: int | str
    version: int | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """What a block draws: a figure, the territories beside it, the categories of its latest period or of `until`."""

    wanted: Wanted
    territories: tuple[int, ...] = ()
    by_category: bool = False
    until: int | None = None


@runtime_checkable
class AsksFigures(Protocol):
    """A block that shows figures."""

    def questions(self, value: Any) -> list[Question]:
        """What it needs, from its value alone: no query."""
        ...


def questions_of(stream: Iterable[Any]) -> list[Question]:
    """All that the blocks of a page ask."""
    return [
        question
        for child in stream
        if isinstance(child.block, AsksFigures)
        for question in child.block.questions(child.value)
    ]

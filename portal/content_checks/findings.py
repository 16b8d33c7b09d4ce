"""What a check found."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol, runtime_checkable


class Severity(StrEnum):
    """A blocking finding keeps the page from being submitted; a warning is left to the editor's judgement."""

    BLOCKING = "blocking"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """A sentence for the editor, and the block it is about (empty: the whole page)."""

    message: str
    severity: Severity
    field: str = ""
    block_id: str = ""

    @property
    def is_blocking(self) -> bool:
        return self.severity == Severity.BLOCKING


@runtime_checkable
class ChecksItself(Protocol):
    """A block that knows what it may not go online without."""

    def flaws(self, value: Any) -> Iterable[str]:
        """Sentences, one for each thing that is missing."""
        ...

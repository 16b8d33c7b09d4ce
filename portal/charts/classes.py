"""Values sorted into a few classes for a map, each with about the same number of territories."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

MOST_CLASSES = 5


@dataclass(frozen=True, slots=True)
class Classes:
    """`starts[i]` is the lowest value of class i, `ends[i]` its highest one; both are values that occur."""

    starts: tuple[Decimal, ...]
    ends: tuple[Decimal, ...]

    def __len__(self) -> int:
        return len(self.starts)

    def of(self, value: Decimal) -> int:
        """The class of a value, from 0 (the lowest)."""
        return max(bisect_right(self.starts, value) - 1, 0)


def quantile_classes(values: Sequence[Decimal], most: int = MOST_CLASSES) -> Classes:
    """At most `most` classes of about the same size; equal values are never parted. Needs at least one value."""
    ordered = sorted(values)
    distinct = sorted(set(ordered))
    count = min(most, len(distinct))
    starts = sorted({ordered[len(ordered) * number // count] for number in range(count)})
    ends = [max(value for value in distinct if value < after) for after in starts[1:]]
    return Classes(tuple(starts), (*ends, distinct[-1]))

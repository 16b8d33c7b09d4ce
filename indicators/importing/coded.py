"""A column of texts kept as positions in a short list, so that each distinct text is interpreted once."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
import pandas as pd
import pyarrow as pa

from .spellings import tidy


def text_array(column: pd.Series) -> pa.Array:
    """The cells of a column as Arrow text, "" where there is none."""
    array = pa.array(column, type=pa.large_string(), from_pandas=True)
    if isinstance(array, pa.ChunkedArray):
        array = array.combine_chunks()
    return array.fill_null("") if array.null_count else array


@dataclass(frozen=True)
class Coded:
    """`texts[codes[i]]` is the text of cell i."""

    codes: np.ndarray
    texts: list[str]

    def __len__(self) -> int:
        return len(self.codes)

    @classmethod
    def of(cls, array: pa.Array) -> Self:
        """The distinct texts of an Arrow array, each tidied (one line, single spaces)."""
        return cls.raw(array).mapped(tidy)

    @classmethod
    def raw(cls, array: pa.Array) -> Self:
        """The distinct texts of an Arrow array, as they are written."""
        encoded = array.dictionary_encode()
        codes = encoded.indices.to_numpy(zero_copy_only=False).astype(np.int32, copy=False)
        return cls(codes, encoded.dictionary.to_pylist())

    @classmethod
    def constant(cls, text: str, length: int) -> Self:
        """The same text everywhere."""
        return cls(np.zeros(length, dtype=np.int32), [text])

    @classmethod
    def joined(cls, parts: Sequence["Coded"], separator: str = " ") -> Self:
        """The texts of several columns side by side, as one text."""
        codes, tuples = paired([part.codes for part in parts], [part.texts for part in parts])
        return cls(codes, [separator.join(text for text in texts if text) for texts in tuples]).mapped(str)

    @classmethod
    def stacked(cls, parts: Sequence["Coded"]) -> Self:
        """Several columns one after the other."""
        offsets = np.cumsum([0, *(len(part.texts) for part in parts)])[:-1]
        codes = [part.codes + offset for part, offset in zip(parts, offsets, strict=True)]
        texts = [text for part in parts for text in part.texts]
        return cls(np.concatenate(codes).astype(np.int32), texts).mapped(str)

    def take(self, index: np.ndarray) -> "Coded":
        """The cells at these positions (or where this mask is true)."""
        return Coded(self.codes[index], self.texts)

    def mapped(self, change: Callable[[str], str]) -> Self:
        """Each text changed; texts that become equal become one."""
        positions: dict[str, int] = {}
        moved = [positions.setdefault(change(text), len(positions)) for text in self.texts]
        return type(self)(np.asarray(moved, dtype=np.int32)[self.codes], list(positions))

    def where(self, test: Iterable[bool]) -> np.ndarray:
        """A mask of the cells whose text passes; `test` gives one answer for each distinct text."""
        return np.fromiter(test, dtype=bool, count=len(self.texts))[self.codes]


def paired(codes: Sequence[np.ndarray], lists: Sequence[Sequence]) -> tuple[np.ndarray, list[tuple]]:
    """Several coded columns as one: positions in the list of the combinations that occur."""
    combined = codes[0].astype(np.int64)
    for others, values in zip(codes[1:], lists[1:], strict=True):
        combined = combined * len(values) + others
    present, positions = _distinct(combined)
    return positions, [_unpacked(key, lists) for key in present.tolist()]


def _distinct(keys: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    positions, present = pd.factorize(keys)
    return present, positions.astype(np.int32)


def _unpacked(key: int, lists: Sequence[Sequence]) -> tuple:
    values = []
    for column in reversed(lists):
        key, place = divmod(key, len(column))
        values.append(column[place])
    return tuple(reversed(values))

"""What the reader of values does not say of a sheet."""

from dataclasses import dataclass, field


@dataclass
class SheetTraits:
    """Zero-based places of the formulas, of those without a stored value, and rows by column of the cells that are
    shown in percent."""

    formulas: set[tuple[int, int]] = field(default_factory=set)
    unvalued: set[tuple[int, int]] = field(default_factory=set)
    percents: dict[int, set[int]] = field(default_factory=dict)

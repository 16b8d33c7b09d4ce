"""How many rows of each kind."""

from dataclasses import asdict, dataclass

from indicators.importing.comparison import NEW, REVISED, STATUS_CHANGED, VANISHED, Differences


@dataclass(frozen=True, slots=True)
class Counts:
    """`published` and `proposed` are rows before and after; `units` and `jumps` are suspicions."""

    published: int
    proposed: int
    new: int
    revised: int
    vanished: int
    status_changed: int
    unchanged: int
    units: int
    jumps: int

    def as_dict(self) -> dict[str, int]:
        """For JSON."""
        return asdict(self)

    @property
    def changes(self) -> int:
        """Rows that a reader could see change."""
        return self.new + self.revised + self.vanished + self.status_changed


def counts_of(differences: Differences) -> Counts:
    """The counts of a comparison."""
    pairs, suspects = differences.pairs, differences.suspects
    return Counts(
        published=len(differences.before),
        proposed=len(differences.after),
        new=len(pairs[NEW]),
        revised=len(pairs[REVISED]),
        vanished=len(pairs[VANISHED]),
        status_changed=len(pairs[STATUS_CHANGED]),
        unchanged=differences.unchanged,
        units=int((suspects.factor != 0).sum()),
        jumps=int((suspects.jump & (suspects.factor == 0)).sum()),
    )

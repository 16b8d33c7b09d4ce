"""A figure beside its limit."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Measure:
    """`measured` and `limit` in the same unit; below the limit is well, the limit itself too."""

    what: str
    measured: float
    limit: float
    unit: str
    detail: str = ""

    @property
    def is_kept(self) -> bool:
        return self.measured <= self.limit

    def __str__(self) -> str:
        ratio = self.measured / self.limit if self.limit else float("inf")
        verdict = "ok" if self.is_kept else "TOO MUCH"
        line = f"{verdict:8}  {self.what}: {self.measured:.3g} {self.unit} / {self.limit:.3g} {self.unit} = {ratio:.2f}"
        return f"{line}  ({self.detail})" if self.detail else line

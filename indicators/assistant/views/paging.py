"""Which rows and which territory a page of comparison shows, from its address."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from indicators.importing.comparison import KINDS


@dataclass(frozen=True)
class ShownRows:
    """`every` is the kind of which all rows are shown, page by page; `territory` the line of the chart."""

    every: str
    page: int
    territory: int | None
    shows_all: bool = False

    def context(self, rows_url: str) -> dict[str, Any]:
        """What the templates need for their links."""
        return {
            "every": self.every,
            "page": self.page,
            "page_before": self.page - 1,
            "page_after": self.page + 1,
            "rows_url": rows_url,
        }


def shown_rows(request: HttpRequest) -> ShownRows:
    """What the address asks for; anything strange is left out."""
    every = request.GET.get("tout", "")
    return ShownRows(
        every if every in KINDS else "",
        max(1, whole_number(request.GET.get("page", "")) or 1),
        whole_number(request.GET.get("territoire", "")),
        request.GET.get("petits") == "1",
    )


def whole_number(text: str) -> int | None:
    """The number that an address gives, None for anything else."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None

"""What a visitor may find by searching: the common form in which every application describes it.

A provider of `portal.slots.SEARCH_ENTRIES` gives `Findable`. After a change, it sends `findables_changed`, so that the
index follows; without it the index follows at the next run of the scheduler.
"""

import datetime
from dataclasses import dataclass

from django.dispatch import Signal

findables_changed = Signal()
"""Sent by an application whose entries of `SEARCH_ENTRIES` changed; no argument."""


@dataclass(frozen=True, slots=True)
class Findable:
    """One thing to find, in one language. `kind` and `reference` together name it; `address` is where it is read."""

    kind: str
    """`indicator`, `goal`, `article`, `page`, `practice`, `term`; another one is shown with the pages."""
    reference: str
    title: str
    address: str
    summary: str = ""
    text: str = ""
    keywords: str = ""
    """Words that name it as its title does, without being read there: « ODD 8 8.5 »."""
    date: datetime.date | None = None

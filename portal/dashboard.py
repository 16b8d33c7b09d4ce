"""What the front page of the admin shows, and the places where each application adds its own lines.

A provider is called with the person; it gives nothing about what that person may not do, makes a bounded number of
queries, and is filled in `AppConfig.ready()`:

    dashboard.TO_REVIEW.fill(practices_to_moderate)
"""

from dataclasses import dataclass
from datetime import datetime

from portal.slots import Slot

LINES = 5
"""Lines of a list on the front page; a link leads to the rest."""


@dataclass(frozen=True, slots=True)
class Errand:
    """Something that waits for a person: what it is, who did what when, and what changes or what blocks it."""

    title: str
    address: str
    about: str
    moment: datetime
    what: str = ""


@dataclass(frozen=True, slots=True)
class PublishedLine:
    """Something that went online, or will at that moment; `about` says by whom and who reviewed it."""

    title: str
    address: str
    about: str
    moment: datetime
    is_planned: bool = False


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to keep an eye on: « 2 liens ne répondent plus », and where."""

    title: str
    address: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Shortcut:
    """A button at the top of the front page: what is begun most often."""

    label: str
    address: str


SHORTCUTS = Slot()
"""`provider(user)` gives `Shortcut`: the pages that this person may begin."""
TO_REVIEW = Slot()
"""`provider(user)` gives `Errand`: what waits for a decision of this person outside the four-eyes review."""
DRAFTS = Slot()
"""`provider(user)` gives `Errand`: what this person began and has not finished."""
PUBLISHED = Slot()
"""`provider(user)` gives `PublishedLine`: the latest, and those planned."""
WATCH = Slot()
"""`provider(user)` gives `Notice`: frozen figures with a newer release, dead links, votes, late translations…"""

"""Named places where a page of one application shows something of a higher one, which it may not import.

The higher application fills the place in `AppConfig.ready()`:

    slots.INDICATOR_STORIES.fill(stories_about)

and the lower one gathers what there is, in the order in which it was filled:

    slots.INDICATOR_STORIES.gather(indicator)
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

Provider = Callable[..., Iterable[Any]]


@dataclass
class Slot:
    """A place and those who fill it; filling it twice with the same provider changes nothing."""

    providers: list[Provider] = field(default_factory=list)

    def fill(self, provider: Provider) -> None:
        """Add what `provider` returns to what is gathered here."""
        if provider not in self.providers:
            self.providers.append(provider)

    def gather(self, *args: object) -> list[Any]:
        """Everything that the providers give for these arguments."""
        return [item for provider in self.providers for item in provider(*args)]


@dataclass(frozen=True, slots=True)
class Story:
    """Something to read: an article, a practice. `about` is one line: what it is, and when."""

    title: str
    address: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A link of the header or of the footer."""

    label: str
    address: str


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """News of the site: an article, an update of figures. `address` starts at the root of the site."""

    title: str
    address: str
    summary: str
    moment: datetime


INDICATOR_STORIES = Slot()
"""`provider(indicator)` gives `Story`: what has been written about an indicator, the latest first."""
SEARCH_ENTRIES = Slot()
"""`provider(language)` gives `portal.findable.Findable`: what a visitor may find in that language."""
SITEMAP_SECTIONS = Slot()
"""`provider()` gives `(name, django.contrib.sitemaps.Sitemap)`."""
FEED_ENTRIES = Slot()
"""`provider(language)` gives `FeedEntry`, the latest first, no more than `MOST_NEWS`."""
MOST_NEWS = 30
NAVIGATION = Slot()
"""`provider(language)` gives `portal.navigation.Navigation`: only what a visitor can open."""


@dataclass(frozen=True, slots=True)
class DemoPart:
    """What an application adds to the demo: `load(told)` brings what is missing, `remove()` takes it away."""

    name: str
    load: Callable[[Callable[[str], None]], int]
    remove: Callable[[], int]


DEMO_PARTS = Slot()
"""`provider()` gives `DemoPart`, in the order of loading; they are removed the other way round."""
BUNDLE_CANDIDATES = Slot()
"""`provider(user)` gives what this person may put into a bundle: drafts and contents in review, no page of the tree."""

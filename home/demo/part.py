"""The pages, as a part of the demo. What they need is imported when they are loaded: no model is ready before."""

from collections.abc import Callable

from portal.slots import DemoPart


def load(told: Callable[[str], None]) -> int:
    """Bring the pages that are missing."""
    from home.demo.loading import load_pages

    return load_pages(told)


def remove() -> int:
    """Take the pages away."""
    from home.demo.removal import remove_pages

    return remove_pages()


PAGES = DemoPart("pages", load, remove)

"""The parts of the demo that stand here. What they need is imported when they are loaded: no model is ready before."""

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


def load_settings(told: Callable[[str], None]) -> int:
    """Fill the settings of the site that are empty."""
    from home.demo.identity import load_identity

    return load_identity()


def remove_settings() -> int:
    """Empty them again."""
    from home.demo.identity import remove_identity

    return remove_identity()


IDENTITY = DemoPart("site settings", load_settings, remove_settings)

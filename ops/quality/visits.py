"""The addresses to look at, the states among them, in the order of the table."""

import re

from ops.quality.measure import Visit
from ops.quality.pages import kind, reachable
from ops.quality.states import BROKEN, states


def visits(base: str, error_pages: dict[str, str], *, everything: bool, only: str = "") -> list[Visit]:
    """Pages, then states. What opens on a page is looked at on the first page of each kind, or on all of them."""
    paths = reachable(base, everything)
    rendered_apart = {BROKEN.format(language=language) for language in ("fr", "en")}
    listed = [
        path for path in [*paths, *states(base, paths, everything)] if path not in rendered_apart - set(error_pages)
    ]
    seen: set[str] = set()
    found = []
    for path in dict.fromkeys(listed):
        shape = kind(path.split("?")[0]) + path.partition("?")[2]
        found.append(Visit(path, error_pages.get(path, ""), everything or shape not in seen))
        seen.add(shape)
    return [one for one in found if re.search(only, one.path)]

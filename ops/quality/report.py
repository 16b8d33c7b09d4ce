"""What `make quality` prints."""

import re
from collections.abc import Iterable

from ops.quality.measure import MOST_ELEMENTS, Measure
from ops.quality.states import exemption

TITLES = ("code", "KB", "touched", "requests", "elements", "EcoIndex", "shift", "figure", "views", "faults")


PLACE = re.compile(r" \[([^\]]+)\]$")


def gathered(faults: Iterable[str]) -> list[str]:
    """One line for a fault seen in several views, with the first of them and their number."""
    places: dict[str, list[str]] = {}
    for said in faults:
        place = PLACE.search(said)
        places.setdefault(PLACE.sub("", said), []).append(place[1] if place else "")
    lines = []
    for said, where in places.items():
        more = f" and {len(where) - 1} more" if len(where) > 1 else ""
        lines.append(f"{said} [{where[0]}{more}]" if where[0] else said)
    return lines


def print_title(pages: int) -> None:
    """The head of the table."""
    print(f"{f'{pages} pages':<60}{''.join(f'{title:>10}' for title in TITLES[1:])}", flush=True)


def print_line(one: Measure) -> None:
    """The figures of one page, then what is wrong with it."""
    seen = one.weight
    figure = "" if seen.first_figure is None else f"{seen.first_figure:.0f}"
    touched = f"{seen.kilobytes_touched:.1f}" if seen.kilobytes_touched > seen.kilobytes else ""
    cells = (
        *(f"{seen.kilobytes:.1f}", touched, seen.requests, seen.elements, f"{one.ecoindex:.0f}"),
        *(f"{seen.shift:.3f}", figure, one.views, len(gathered(one.faults))),
    )
    print(f"{one.path[:59]:<60}{''.join(f'{cell:>10}' for cell in cells)}", flush=True)
    for said in gathered(one.faults):
        print(f"    {said}", flush=True)


def print_exemptions(measures: Iterable[Measure]) -> None:
    """The pages that exceed the number of elements and may, with the reason."""
    for one in measures:
        if one.weight.elements > MOST_ELEMENTS and (why := exemption(one.path)):
            print(f"\nallowed: {one.path}  {one.weight.elements} elements, {why}", end="")
    print()


def print_summary(measures: list[Measure], low: list[str], seconds: float) -> int:
    """Print how much was looked at and what is wrong; the number of faults."""
    faults = [f"{one.path}  {said}" for one in measures for said in gathered(one.faults)] + low
    wrong = sum(bool(one.faults) for one in measures)
    views = sum(one.views for one in measures)
    heaviest = max((one.weight.kilobytes for one in measures), default=0)
    least = min((one.ecoindex for one in measures), default=0)
    print("".join(f"\n{line}" for line in faults))
    print(f"\n{len(measures)} pages in {views} views, in {seconds / 60:.0f} min: {len(faults)} faults on {wrong} pages")
    print(f"The heaviest page weighs {heaviest:.1f} KB, the lowest EcoIndex is {least:.0f}")
    return len(faults)

"""What a browser sees of one page, and everything that is wrong with it."""

from dataclasses import dataclass, field

from playwright.sync_api import Browser

from ops.quality.ecoindex import ecoindex
from ops.quality.looks import look
from ops.quality.scripts_off import compare_without_scripts
from ops.quality.states import exemption
from ops.quality.stress import stress
from ops.quality.weight import Weight, weigh

MOST_ELEMENTS, MOST_REQUESTS, LEAST_ECOINDEX = 370, 5, 80
MOST_KILOBYTES, MOST_KILOBYTES_AFTER_A_TOUCH, MOST_KILOBYTES_OF_AN_IMAGE = 60, 130, 30
MOST_SHIFT = 0.02
FIRST_SCREEN = 800
"""Pixels: where the first figure must stand on a phone of 375 px."""


@dataclass
class Visit:
    """One address to look at. `html`: what it shows, when the server does not; `states`: also what opens on it."""

    path: str
    html: str = ""
    states: bool = True


@dataclass
class Measure:
    """One page: its weight, and one sentence for each fault."""

    path: str
    weight: Weight = field(default_factory=Weight)
    views: int = 0
    faults: list[str] = field(default_factory=list)

    @property
    def ecoindex(self) -> float:
        """From 0 to 100, A above 80."""
        return ecoindex(self.weight.elements, self.weight.requests, self.weight.kilobytes * 1.024)

    def over_budget(self) -> list[str]:
        """Which budgets of the design the page exceeds."""
        seen = self.weight
        limits = (
            (seen.elements > MOST_ELEMENTS and not exemption(self.path), f"{seen.elements} elements"),
            (seen.requests > MOST_REQUESTS, f"{seen.requests} requests"),
            (seen.kilobytes > MOST_KILOBYTES, f"{seen.kilobytes:.0f} KB"),
            (seen.kilobytes_touched > MOST_KILOBYTES_AFTER_A_TOUCH, f"{seen.kilobytes_touched:.0f} KB once touched"),
            (seen.heaviest_image > MOST_KILOBYTES_OF_AN_IMAGE, f"an image of {seen.heaviest_image:.0f} KB"),
            (self.ecoindex <= LEAST_ECOINDEX, f"EcoIndex {self.ecoindex:.0f}"),
            (seen.shift >= MOST_SHIFT, f"layout shift {seen.shift:.3f}"),
            ((seen.first_figure or 0) > FIRST_SCREEN, f"first figure at {seen.first_figure or 0:.0f} px"),
        )
        return [f"over budget: {said}" for exceeded, said in limits if exceeded]


def measure(browser: Browser, base: str, visit: Visit) -> Measure:
    """Weigh the page, look at it in every width and state, strain it, then read it without scripts."""
    result = Measure(visit.path)
    result.weight = weigh(browser, base, visit.path, visit.html, result.faults)
    for looked in (look, stress):
        result.views += looked(browser, base, visit.path, visit.html, visit.states, result.faults)
    compare_without_scripts(browser, base, visit.path, visit.html, result.faults)
    result.faults = list(dict.fromkeys([*result.faults, *result.over_budget()]))
    return result

"""What a browser sees of one page: broken rules of axe-core, weight, requests, elements, overflow, script errors."""

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page

from ops.environment import ROOT
from ops.quality.ecoindex import ecoindex
from ops.quality.pages import FULL_LISTS, STATES

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = (1280, 390, 320)
SCHEMES = ("light", "dark")
COUNT_ELEMENTS = "document.querySelectorAll('*').length - document.querySelectorAll('svg *').length"
MOST_ELEMENTS, MOST_REQUESTS, MOST_KILOBYTES, LEAST_ECOINDEX = 370, 5, 60, 80


@dataclass
class Measure:
    """One page. Kilobytes are 1,024 bytes on the wire with a cold cache, images of editors apart."""

    path: str
    status: int = 0
    kilobytes: float = 0
    requests: int = 0
    elements: int = 0
    violations: set[str] = field(default_factory=set)
    faults: set[str] = field(default_factory=set)

    @property
    def ecoindex(self) -> float:
        """From 0 to 100, A above 80."""
        return ecoindex(self.elements, self.requests, self.kilobytes * 1.024)

    def over_budget(self) -> list[str]:
        """Which budgets of the design the page exceeds."""
        limits = (
            (self.elements > MOST_ELEMENTS and self.path not in FULL_LISTS, f"{self.elements} elements"),
            (self.requests > MOST_REQUESTS, f"{self.requests} requests"),
            (self.kilobytes > MOST_KILOBYTES, f"{self.kilobytes:.0f} KB"),
            (self.ecoindex <= LEAST_ECOINDEX, f"EcoIndex {self.ecoindex:.0f}"),
        )
        return [said for exceeded, said in limits if exceeded]


def measure(browser: Browser, base: str, path: str) -> Measure:
    """Open the page once for its weight, then at each width and in each colour scheme."""
    result = Measure(path)
    weigh(browser, base, result)
    for scheme in SCHEMES:
        for width in WIDTHS:
            look(browser, base, result, width, scheme)
    return result


def expected_status(path: str) -> int:
    """404 for the address that does not exist on purpose, 200 for all others."""
    return 404 if path in STATES else 200


def weigh(browser: Browser, base: str, result: Measure) -> None:
    """First visit at 1280 px: bytes, requests, elements, requests to anyone else."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    wire = context.new_cdp_session(page)
    wire.send("Network.enable")
    weights: dict[str, float] = {}
    wire.on("Network.loadingFinished", lambda event: weights.update({event["requestId"]: event["encodedDataLength"]}))
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: result.faults.add(f"script error: {error}"))
    answer = page.goto(base + result.path, wait_until="networkidle")
    result.status = answer.status if answer else 0
    result.requests, result.kilobytes = len(asked), sum(weights.values()) / 1024
    result.elements = int(page.evaluate(COUNT_ELEMENTS))
    wake_chart(page, result)
    result.faults |= {f"asks {urlsplit(url).netloc}" for url in asked if not url.startswith((base, "data:"))}
    result.faults |= {f"answers {result.status}"} if result.status != expected_status(result.path) else set()
    result.faults |= {"sets a cookie"} if context.cookies() else set()
    context.close()


def wake_chart(page: Page, result: Measure) -> None:
    """Touch the chart, if there is one: what it then loads must arrive."""
    page.on(
        "response", lambda answer: result.faults.add(f"{answer.status} {answer.url}") if answer.status >= 400 else None
    )
    for figure in page.locator("#graphique").all()[:1]:
        figure.hover()
        page.wait_for_load_state("networkidle")
        page.wait_for_timeout(500)


def look(browser: Browser, base: str, result: Measure, width: int, scheme: Any) -> None:
    """One width and colour scheme: axe-core, and whether the page must be scrolled sideways."""
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    page.goto(base + result.path, wait_until="load")
    where = f"{width} px {scheme}"
    if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
        result.faults.add(f"wider than the window at {width} px")
    result.violations |= {f"{line} [{where}]" for line in broken_rules(page)}
    context.close()


def broken_rules(page: Page) -> list[str]:
    """One line for each rule of axe-core that the page breaks as it is now."""
    page.evaluate(AXE.read_text())
    options = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}
    found = page.evaluate("options => axe.run(document, options)", options)["violations"]
    return [f"{rule['id']}: {', '.join(str(node['target'][0]) for node in rule['nodes'][:3])}" for rule in found]

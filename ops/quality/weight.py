"""What a page weighs at the first visit: bytes, requests, elements, what it asks of others, what moves."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page

from ops.quality.opening import visit, window
from ops.quality.states import main_kind

COUNT_ELEMENTS = "document.querySelectorAll('*').length - document.querySelectorAll('svg *').length"
EAGER_IMAGES = """[...document.querySelectorAll("main img[src*='/media/']")]
    .filter(one => one.loading !== "lazy").map(one => one.src)"""
FIRST_FIGURE = ".door span, .val, .headline mark, .ci .big, .lvf b"
PLACE_OF_FIRST_FIGURE = """selector => {
    if (document.querySelector("main .facts")) return null;  // tools and events begin with their facts
    const digits = [...document.querySelectorAll(selector)].filter(one => /\\d/.test(one.textContent));
    const places = digits.map(one => one.getBoundingClientRect()).filter(box => box.height);
    return places.length ? Math.min(...places.map(box => box.bottom)) + scrollY : null;
}"""
PHONE = 375


@dataclass
class Weight:
    """Kilobytes are 1,024 bytes on the wire with a cold cache, images of editors apart."""

    kilobytes: float = 0
    kilobytes_touched: float = 0
    heaviest_image: float = 0
    requests: int = 0
    elements: int = 0
    shift: float = 0
    first_figure: float | None = None


class Wire:
    """Counts what the browser asks for and what comes, by address."""

    def __init__(self, page: Page) -> None:
        self.addresses: dict[str, str] = {}
        self.bytes: dict[str, float] = {}
        session = page.context.new_cdp_session(page)
        session.send("Network.enable")
        session.on("Network.requestWillBeSent", self._asked)
        session.on("Network.loadingFinished", self._came)

    def _asked(self, event: dict) -> None:
        if not event["request"]["url"].startswith("data:"):
            self.addresses[event["requestId"]] = event["request"]["url"]

    def _came(self, event: dict) -> None:
        self.bytes[event["requestId"]] = event["encodedDataLength"]

    def own(self) -> dict[str, float]:
        """Kilobytes of each request, images of editors apart."""
        return {key: self.bytes.get(key, 0) / 1024 for key, url in self.addresses.items() if "/media/" not in url}

    def images(self) -> list[float]:
        """Kilobytes of each image of the editors."""
        return [self.bytes.get(key, 0) / 1024 for key, url in self.addresses.items() if "/media/" in url]


def weigh(browser: Browser, base: str, path: str, html: str, faults: list[str]) -> Weight:
    """First visit on a desk, the chart touched, then first visit on a phone."""
    result = Weight()
    with window(browser) as page:
        page.on("pageerror", lambda error: faults.append(f"script error: {error}"))
        wire = Wire(page)
        visit(page, base, path, html, faults)
        page.wait_for_load_state("networkidle")
        own = wire.own()
        result.requests, result.kilobytes = len(own), sum(own.values())
        result.elements = int(page.evaluate(COUNT_ELEMENTS))
        touch_chart(page, faults)
        result.kilobytes_touched = sum(wire.own().values())
        result.heaviest_image = max(wire.images(), default=0)
        result.shift = float(page.evaluate("shifts"))
        faults += [f"image not lazy: {address}" for address in page.evaluate(EAGER_IMAGES)]
        faults += sorted(
            {f"asks {urlsplit(url).netloc}" for url in wire.addresses.values() if not url.startswith(base)}
        )
        faults += ["sets a cookie"] if page.context.cookies() or page.evaluate("document.cookie") else []
    on_a_phone(browser, base, path, html, result)
    return result


def touch_chart(page: Page, faults: list[str]) -> bool:
    """Touch the first chart, if there is one that wakes: what it then loads must arrive. Was there one?"""
    plots = page.locator(".plot:has(~ script), figure:has(script) .plot, #graphique .plot")
    if not page.locator("script[type='application/json']").count() or not plots.count():
        return False
    plots.first.hover()
    try:
        page.wait_for_selector(".plot[data-ready] canvas", timeout=15_000)
    except Exception:  # whatever the browser calls it, the chart did not come
        faults.append("the chart does not wake when it is touched")
    page.wait_for_load_state("networkidle")
    return True


def on_a_phone(browser: Browser, base: str, path: str, html: str, result: Weight) -> None:
    """What moves on a small phone, and where the first figure stands on the pages that readers land on."""
    with window(browser, width=PHONE, height=812) as page:
        visit(page, base, path, html, [])
        page.wait_for_load_state("networkidle")
        result.shift = max(result.shift, float(page.evaluate("shifts")))
        if main_kind(path):
            result.first_figure = page.evaluate(PLACE_OF_FIRST_FIGURE, FIRST_FIGURE)

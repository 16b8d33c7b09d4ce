"""Opens a page in a fresh window."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, Page

from ops.quality.states import expected_status

PATIENCE = 60_000
"""Milliseconds: a machine busy with other work is slow, not wrong."""
OBSERVE_SHIFTS = """
window.shifts = 0;
new PerformanceObserver(list => list.getEntries().forEach(one => { if (!one.hadRecentInput) shifts += one.value; }))
    .observe({ type: "layout-shift", buffered: true });
"""


@contextmanager
def window(browser: Browser, width: int = 1280, height: int = 900, **options: Any) -> Iterator[Page]:
    """A window that nobody used before, which counts what moves while it loads."""
    context = browser.new_context(viewport={"width": width, "height": height}, locale="fr-FR", **options)
    context.set_default_timeout(PATIENCE)
    if options.get("java_script_enabled", True):
        context.add_init_script(OBSERVE_SHIFTS)
    yield context.new_page()
    context.close()


def visit(page: Page, base: str, path: str, html: str, faults: list[str]) -> None:
    """Go to the address, or show this HTML there; an unexpected status is a fault."""
    expected = expected_status(path)
    if html:
        page.route(base + path, lambda route: route.fulfill(status=expected, content_type="text/html", body=html))
    answer = page.goto(base + path, wait_until="load")
    if answer is None or answer.status != expected:
        faults.append(f"answers {answer.status if answer else 'nothing'} instead of {expected}")

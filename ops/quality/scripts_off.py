"""Reads a page with scripts off: the same text must be there."""

import re
from collections import Counter

from playwright.sync_api import Browser, Page

from ops.quality.opening import visit, window

VISIBLE = "document.querySelector('main')?.innerText ?? ''"
HEADINGS = (
    "[...document.querySelectorAll('main :is(h1, h2, h3)')].filter(e => e.checkVisibility()).map(e => e.innerText)"
)
WORD = re.compile(r"\w+")
MOST_MISSING = 0.02
"""Share of the words that scripts may add: the names of buttons that work with scripts only."""


def compare_without_scripts(browser: Browser, base: str, path: str, html: str, faults: list[str]) -> None:
    """Add the headings and the words that only scripts bring."""
    with window(browser) as page:
        with_scripts = read(page, base, path, html)
    with window(browser, java_script_enabled=False) as page:
        without = read(page, base, path, html)
    faults += [f"without scripts: no heading “{one}”" for one in with_scripts[1] if one not in without[1]]
    missing = with_scripts[0] - without[0]
    if missing.total() > MOST_MISSING * max(with_scripts[0].total(), 1):
        faults.append(f"without scripts: {missing.total()} words missing, such as {', '.join(list(missing)[:5])}")


def read(page: Page, base: str, path: str, html: str) -> tuple[Counter[str], list[str]]:
    """Words of the main part that are seen, and its headings."""
    visit(page, base, path, html, [])
    page.wait_for_load_state("networkidle")
    return Counter(WORD.findall(page.evaluate(VISIBLE))), page.evaluate(HEADINGS)

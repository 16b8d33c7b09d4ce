"""Looks at several pages at once: one browser for each core."""

import os
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from playwright.sync_api import Browser, sync_playwright

from ops.quality.measure import Measure, Visit, measure

_browsers: list[Browser] = []


def start_browser(chromium: str) -> None:
    """The browser of this process, for all its pages."""
    playwright = sync_playwright().start()
    _browsers.append(playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"]))


def one(base: str, visit: Visit) -> Measure:
    """Measure in this process; what the browser itself refuses is a fault of the page, not the end of the checks."""
    try:
        return measure(_browsers[0], base, visit)
    except Exception as error:  # of any kind: the other pages are still to be looked at
        return Measure(visit.path, faults=[f"could not be looked at: {str(error).splitlines()[0]}"])


def measure_all(chromium: str, base: str, visits: list[Visit]) -> Iterator[Measure]:
    """The measure of each page, in order."""
    workers = max(1, min(4, os.cpu_count() or 1))
    spawn = get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=spawn, initializer=start_browser, initargs=(chromium,)) as pool:
        yield from pool.map(one, [base] * len(visits), visits)

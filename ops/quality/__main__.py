"""Prints one line for each page, then what is wrong; fails when anything is.

`make quality` serves a fresh demo; `AT=http://127.0.0.1:8000` looks at a site that already runs,
`ALL=1` at every page of each kind instead of three.
"""

import os
import sys
from contextlib import AbstractContextManager, nullcontext

from playwright.sync_api import sync_playwright

from ops.distribution import CHROMIUM, find
from ops.quality.html import invalid_html
from ops.quality.lighthouse import low_scores
from ops.quality.measure import Measure, measure
from ops.quality.pages import reachable
from ops.quality.served import served_demo


def site() -> AbstractContextManager[str]:
    """The site to look at."""
    address = os.environ.get("AT", "").rstrip("/")
    return nullcontext(address) if address else served_demo()


def look_at_all(base: str, chromium: str) -> list[Measure]:
    """Measure every page, printing each as it comes."""
    print(f"{'page':<58}{'code':>5}{'KB':>7}{'requests':>10}{'elements':>10}{'EcoIndex':>10}{'axe':>5}", flush=True)
    measures = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for path in reachable(base, everything=bool(os.environ.get("ALL"))):
            one = measure(browser, base, path)
            measures.append(one)
            figures = f"{one.kilobytes:>7.1f}{one.requests:>10}{one.elements:>10}{one.ecoindex:>10.0f}"
            print(f"{path[:57]:<58}{one.status:>5}{figures}{len(one.violations):>5}", flush=True)
        browser.close()
    return measures


def report(measures: list[Measure], html: list[str]) -> int:
    """Print what is wrong and how many pages and views were looked at; the number of faults."""
    wrong = len(html)
    print("".join(f"\n{line}" for line in html), end="")
    for one in measures:
        said = [*sorted(one.violations), *sorted(one.faults), *(f"over budget: {text}" for text in one.over_budget())]
        wrong += len(said)
        print("".join(f"\n{one.path}  {line}" for line in said), end="")
    heaviest = max(measures, key=lambda one: one.kilobytes)
    print(f"\n{len(measures)} pages in 6 views each, {wrong} faults; the heaviest weighs {heaviest.kilobytes:.1f} KB")
    return wrong


def main() -> int:
    """Serve, look, report."""
    chromium = find(CHROMIUM[0])
    if chromium is None:
        sys.exit("Chromium is missing (Debian: apt install chromium).")
    with site() as base:
        wrong = report(look_at_all(base, chromium), invalid_html(base, reachable(base)))
        return 1 if wrong + low_scores(base, chromium) else 0


if __name__ == "__main__":
    sys.exit(main())

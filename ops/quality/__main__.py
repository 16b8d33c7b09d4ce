"""Prints one line for each page, then what is wrong; fails when anything is.

`make quality` serves a fresh demo. `AT=http://127.0.0.1:8000` looks at a site that already runs, `ALL=1` at every page
instead of two of each kind, `ONLY=articles` at the addresses that hold this text (a regular expression), and
`LIGHTHOUSE=0` leaves Lighthouse out.
"""

import os
import sys
import time
from contextlib import AbstractContextManager, nullcontext

from ops.distribution import CHROMIUM, find
from ops.quality.error_page import error_pages
from ops.quality.html import invalid_html
from ops.quality.lighthouse import low_scores
from ops.quality.measure import Measure
from ops.quality.report import print_exemptions, print_line, print_summary, print_title
from ops.quality.served import served_demo
from ops.quality.side_by_side import measure_all
from ops.quality.states import one_of_each_main_kind
from ops.quality.visits import visits


def site() -> AbstractContextManager[str]:
    """The site to look at."""
    address = os.environ.get("AT", "").rstrip("/")
    return nullcontext(address) if address else served_demo()


def look_at_all(base: str, chromium: str) -> list[Measure]:
    """Measure every page, printing each as it comes, and check its HTML."""
    asked = visits(base, error_pages(), everything=bool(os.environ.get("ALL")), only=os.environ.get("ONLY", ""))
    invalid = invalid_html(base, {one.path: one.html for one in asked})
    print_title(len(asked))
    measures = []
    for one in measure_all(chromium, base, asked):
        one.faults += dict.fromkeys(invalid.get(one.path, []))
        print_line(one)
        measures.append(one)
    return measures


def main() -> int:
    """Serve, look, report."""
    chromium = find(CHROMIUM[0])
    if chromium is None:
        sys.exit("Chromium is missing (Debian: apt install chromium).")
    began = time.monotonic()
    with site() as base:
        measures = look_at_all(base, chromium)
        landed_on = one_of_each_main_kind(one.path for one in measures)
        low = [] if os.environ.get("LIGHTHOUSE") == "0" else low_scores(base, landed_on, chromium)
    print_exemptions(measures)
    return 1 if print_summary(measures, low, time.monotonic() - began) else 0


if __name__ == "__main__":
    sys.exit(main())

"""Lighthouse on one page of each main kind, as on a slow phone."""

import json
import subprocess

from ops.node import QUALITY, node_environment
from ops.quality.pages import kind, reachable

CATEGORIES = {"performance": 90, "accessibility": 100, "best-practices": 95, "seo": 90}
"""Lowest score accepted, out of 100."""
MOST_PAGES = 6


def one_of_each_kind(base: str) -> list[str]:
    """The first French page of each kind that the home page leads to."""
    found: dict[str, str] = {}
    for path in reachable(base):
        if path.startswith("/fr/") and "n-existe-pas" not in path:
            found.setdefault(kind(path), path)
    return list(found.values())[:MOST_PAGES]


def scores(address: str, chromium: str) -> dict[str, int]:
    """Scores out of 100 by category; empty when Lighthouse could not look at the page."""
    command = [
        str(QUALITY / "node_modules" / ".bin" / "lighthouse"),
        address,
        "--output=json",
        "--quiet",
        "--no-enable-error-reporting",
    ]
    flags = ["--chrome-flags=--headless=new --no-sandbox", f"--only-categories={','.join(CATEGORIES)}"]
    environment = {**node_environment(), "CHROME_PATH": chromium}
    done = subprocess.run(
        [*command, *flags], env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    if done.returncode:
        return {}
    categories = json.loads(done.stdout)["categories"]
    return {name: round((categories[name]["score"] or 0) * 100) for name in CATEGORIES}


def low_scores(base: str, chromium: str) -> int:
    """Print the scores of each page; how many lie below what is accepted."""
    print(f"\n{'Lighthouse, mobile':<58}{''.join(f'{name:>16}' for name in CATEGORIES)}", flush=True)
    low = 0
    for path in one_of_each_kind(base):
        found = scores(base + path, chromium)
        low += sum(found.get(name, 0) < least for name, least in CATEGORIES.items())
        print(f"{path[:57]:<58}{''.join(f'{found.get(name, 0):>16}' for name in CATEGORIES)}", flush=True)
    return low

"""Lighthouse as on a slow phone, three times on one page of each kind that readers land on; the median counts."""

import json
import subprocess
from statistics import median

from ops.node import QUALITY, node_environment

CATEGORIES = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
"""Lowest median accepted, out of 100."""
RUNS = 3


def scores(address: str, chromium: str) -> dict[str, int]:
    """Scores out of 100 by category; empty when Lighthouse could not look at the page."""
    program = str(QUALITY / "node_modules" / ".bin" / "lighthouse")
    command = [program, address, "--output=json", "--quiet", "--no-enable-error-reporting"]
    flags = ["--chrome-flags=--headless=new --no-sandbox", f"--only-categories={','.join(CATEGORIES)}"]
    environment = {**node_environment(), "CHROME_PATH": chromium}
    done = subprocess.run(
        [*command, *flags], env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    if done.returncode:
        return {}
    categories = json.loads(done.stdout)["categories"]
    return {name: round((categories[name]["score"] or 0) * 100) for name in CATEGORIES}


def medians(runs: list[dict[str, int]]) -> dict[str, int]:
    """The median of each category; a run that failed counts as zero."""
    return {name: int(median(run.get(name, 0) for run in runs)) for name in CATEGORIES}


def low_scores(base: str, paths: dict[str, str], chromium: str) -> list[str]:
    """Print the median scores of each page; one line for each that lies below what is accepted."""
    print(f"\n{'Lighthouse, mobile, median of 3':<58}{''.join(f'{name:>16}' for name in CATEGORIES)}", flush=True)
    low = []
    for name, path in paths.items():
        found = medians([scores(base + path, chromium) for _ in range(RUNS)])
        low += [f"{path}  Lighthouse {key} {found[key]}" for key, least in CATEGORIES.items() if found[key] < least]
        print(f"{f'{name} {path}'[:57]:<58}{''.join(f'{found[key]:>16}' for key in CATEGORIES)}", flush=True)
    return low

"""`python -m benchmarks [--rows N]`: measured / limit = ratio, one line a promise; ends with 1 if one is broken."""

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from statistics import mean

from benchmarks.figures_file import write_file, write_file_of_size
from benchmarks.measures import Measure
from benchmarks.workshop import ROOT, Workshop, workshop

ROWS = 1_000_000
ROWS_WHILE_OTHERS_SAVE = 200_000
ROWS_OF_A_LARGE_PAGE = 100_000
ROWS_OF_A_SMALL_PAGE = 10
INSPECTED_BYTES = 20_000_000
TIMES_THE_BARE_WRITE = 3
MEMORY, WAIT, INSPECTION, PUBLICATION = 1.5, 0.5, 3.0, 1.0


def measures(place: Workshop, rows: int) -> Iterator[Measure]:
    """Everything that is promised, one after the other."""
    place.run("prepare", max(rows, ROWS_OF_A_LARGE_PAGE))
    yield from whole_import(place, rows)
    yield publication(place, rows)
    yield from queries(place, rows)
    if place.is_sqlite:
        yield waiting(place, min(rows, ROWS_WHILE_OTHERS_SAVE))
    yield inspection(place)


def whole_import(place: Workshop, rows: int) -> Iterator[Measure]:
    """From file to draft, between two bare writes of the same rows, so that a busy moment weighs on both."""
    path = write_file(place.folder / "figures.csv", rows)
    before = place.run("bare", path, "avant")
    done = place.run("import", path, "banc")
    after = place.run("bare", path, "apres")
    if {done["rows"], before["rows"], after["rows"]} != {rows}:
        raise SystemExit(f"{rows} rows expected, {done['rows']} imported, {after['rows']} written bare")
    yield Measure(
        "file to draft, in bare writes",
        done["seconds"] / mean([before["seconds"], after["seconds"]]),
        TIMES_THE_BARE_WRITE,
        "×",
        f"{rows} observations: {done['seconds']:.1f} s, of which reading {done['reading']:.1f} s; "
        f"bare write {before['seconds']:.1f} s before, {after['seconds']:.1f} s after",
    )
    yield Measure("peak memory of the import", done["gigabytes"], MEMORY, "GB", f"{rows} observations")


def publication(place: Workshop, rows: int) -> Measure:
    """From approval to the public page."""
    done = place.run("publish", "banc")
    detail = f"{rows} observations, of which approving {done['approving']:.2f} s"
    return Measure("approval to public page", done["seconds"], PUBLICATION, "s", detail)


def queries(place: Workshop, rows: int) -> Iterator[Measure]:
    """The page makes as many queries for a hundred thousand observations as for ten."""
    large = min(rows, ROWS_OF_A_LARGE_PAGE)
    counts = {}
    for number in (ROWS_OF_A_SMALL_PAGE, large):
        path = write_file(place.folder / f"page-{number}.csv", number, seed=number)
        place.run("import", path, f"page-{number}")
        counts[number] = place.run("publish", f"page-{number}")["queries"]
    few, many = counts[ROWS_OF_A_SMALL_PAGE], counts[large]
    yield Measure("queries of the indicator page", many, few, "queries", f"{large} observations / 10 observations")


def waiting(place: Workshop, rows: int) -> Measure:
    """The longest wait of somebody who saves while a file is imported, and the longest while nothing else happens."""
    path = write_file(place.folder / "waiting.csv", rows, seed=1)
    alone = saving(place, lambda: time.sleep(10))
    beside = saving(place, lambda: place.run("import", path, "attente"))
    detail = f"{len(beside)} saves while {rows} rows are imported; alone on this machine {max(alone):.3f} s"
    return Measure("longest wait of another writer", max(beside), WAIT, "s", detail)


def saving(place: Workshop, meanwhile: Callable[[], object]) -> list[float]:
    """The waits of the other writer while this happens."""
    running = place.folder / "running"
    other = place.start("autosave", running)
    while not running.exists() and other.poll() is None:
        time.sleep(0.1)
    meanwhile()
    running.unlink()
    return json.loads(other.communicate()[0])["waits"]


def inspection(place: Workshop) -> Measure:
    """Proposing a recipe for a large file."""
    done = place.run("inspect", write_file_of_size(place.folder / "large.csv", INSPECTED_BYTES))
    return Measure("inspect_file", done["seconds"], INSPECTION, "s", f"{done['megabytes']:.0f} MB")


def inspection_score() -> None:
    """How many of the real files get the right recipe unaided; it prints its own lines."""
    subprocess.run([sys.executable, "-m", "benchmarks.inspection_score"], cwd=ROOT, check=False)


def main() -> int:
    """Print every measure as it comes; 1 when a limit is passed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--rows", type=int, default=ROWS, help="observations of the large file")
    rows = parser.parse_args().rows
    kept = True
    with workshop() as place:
        print(f"Database: {'SQLite' if place.is_sqlite else 'PostgreSQL'}. measured / limit = ratio", flush=True)
        for measure in measures(place, rows):
            print(measure, flush=True)
            kept = kept and measure.is_kept
    inspection_score()
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())

"""One task in a process of its own, so that its memory is its own: `python -m benchmarks.child TASK …` prints JSON."""

import json
import resource
import sys

import django


def peak_memory() -> float:
    """The most memory that this process held, in gigabytes."""
    kilobytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return kilobytes * 1024 / 1e9


def main(name: str, *arguments: str) -> None:
    """Run the task and print what it measured, with the peak of memory."""
    django.setup()
    from benchmarks.tasks import TASKS

    measured = TASKS[name](*arguments)
    sys.stdout.write(json.dumps(measured | {"gigabytes": peak_memory()}))


if __name__ == "__main__":
    main(*sys.argv[1:])

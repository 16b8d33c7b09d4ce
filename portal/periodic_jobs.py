"""What has to happen by itself, without anybody asking: a registry that applications fill in `AppConfig.ready()`.

A job is a callable without arguments. It is called again and again by `manage.py run_scheduler`, so it must cost little
when there is nothing to do.
"""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from django.core.management import call_command

logger = logging.getLogger(__name__)

Job = Callable[[], object]


@dataclass
class Entry:
    """One job, how many seconds lie between two of its runs, and when it is next due (monotonic clock)."""

    name: str
    job: Job
    every: float
    due: float = field(default=0.0)


def publish_scheduled() -> None:
    """Put online what an approved date has made due, take offline what expired."""
    call_command("publish_scheduled")


class PeriodicJobs:
    """The jobs of this process, by name."""

    def __init__(self) -> None:
        self.entries: dict[str, Entry] = {}

    def add(self, name: str, job: Job, *, every: float) -> None:
        """Run `job` every `every` seconds. A name used twice replaces the former job."""
        self.entries[name] = Entry(name, job, every)

    def run_due(self, now: float | None = None) -> list[str]:
        """Run the jobs that are due and return their names. One that fails is logged and does not stop the others."""
        now = time.monotonic() if now is None else now
        due = [entry for entry in self.entries.values() if entry.due <= now]
        for entry in due:
            entry.due = now + entry.every
            run_one(entry)
        return [entry.name for entry in due]


def run_one(entry: Entry) -> None:
    """Run one job and log the error it raises, if any."""
    try:
        entry.job()
    except Exception:
        logger.exception("The scheduled job %s failed; it will be tried again.", entry.name)


periodic_jobs = PeriodicJobs()
periodic_jobs.add("publish_scheduled", publish_scheduled, every=20)

"""`manage.py run_scheduler`: the clock of the observatory, running beside the web server."""

import signal
import threading
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import close_old_connections

from portal.periodic_jobs import periodic_jobs


class Command(BaseCommand):
    """Runs the jobs of `portal.periodic_jobs` when they are due, until it is asked to stop."""

    help = "Publishes at the dates agreed and runs the other regular jobs, until it is stopped."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="run what is due now, then stop")

    def handle(self, *args: Any, once: bool, **options: Any) -> None:
        if once:
            periodic_jobs.run_due()
            return
        stopping = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stopping.set())
        while not stopping.is_set():
            periodic_jobs.run_due()
            close_old_connections()
            stopping.wait(1)

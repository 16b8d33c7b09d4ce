"""`manage.py seed_demo`: the demo, through the real import and the real review."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import translation

from indicators.demo.loading import is_empty, load_demo
from portal.slots import DEMO_PARTS


class Command(BaseCommand):
    """Loads what is missing of the demo; a second run changes nothing."""

    help = "Load the demo: accounts, sources, indicators and their figures, imported and reviewed (safe to repeat)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--if-empty", action="store_true", help="do nothing when there is an account or an indicator already"
        )

    def handle(self, *args: Any, if_empty: bool, **options: Any) -> None:
        if if_empty and not is_empty():
            return
        told = self.progress if options["verbosity"] else lambda title: None
        with translation.override("fr"):
            loaded = load_demo(told=told)
            parts = {part.name: part.load(told) for part in DEMO_PARTS.gather()}
        others = "".join(f", {count} {name}" for name, count in parts.items())
        self.stdout.write(f"Demo: {len(loaded.indicators)} indicators, {loaded.releases} releases{others} loaded.")

    def progress(self, title: str) -> None:
        """One line for each indicator."""
        self.stdout.write(f"  {title}")

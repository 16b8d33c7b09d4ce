"""`manage.py index_search`: bring the index of the search up to date with all that is public."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from home.search.rebuilding import rebuild_all


class Command(BaseCommand):
    """What did not change is left alone; running it twice changes nothing."""

    help = "Bring the index of the search up to date with all that is public."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="Print one JSON object.")

    def handle(self, *args: Any, **options: Any) -> None:
        changed = rebuild_all()
        if options["json"]:
            self.stdout.write(json.dumps({"changed": changed}))
            return
        for language, count in changed.items():
            self.stdout.write(f"{language}: {count} entries changed")

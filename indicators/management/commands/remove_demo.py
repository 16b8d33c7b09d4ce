"""`manage.py remove_demo`: an installation that is ready for real figures."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import translation

from indicators.demo.attached import DemoInUse
from indicators.demo.removal import remove_demo
from portal.slots import DEMO_PARTS


class Command(BaseCommand):
    """Removes what the demo brought, or says what keeps it."""

    help = "Remove everything that seed_demo brought; refuses, in words, when real work hangs on it."

    def handle(self, *args: Any, **options: Any) -> None:
        with translation.override("fr"):
            try:
                with transaction.atomic():
                    for part in reversed(DEMO_PARTS.gather()):
                        part.remove()
                    removed = remove_demo()
            except DemoInUse as error:
                raise CommandError("\n".join(["The demo is in use, nothing was removed.", *error.reasons])) from error
        self.stdout.write(
            f"Demo removed: {removed.indicators} indicators, {removed.observations} observations, "
            f"{removed.accounts} accounts. Create your own account first: manage.py createsuperuser."
        )

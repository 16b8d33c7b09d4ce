"""`manage.py clean_imports`: removes what killed imports left behind."""

from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils.translation import ngettext

from indicators.services.cleaning import ABANDONED_AFTER, clean_imports


class Command(BaseCommand):
    """Safe at any time: only releases that are still loading after a while are removed."""

    help = "Remove the rows of imports that were interrupted."

    def add_arguments(self, parser: CommandParser) -> None:
        minutes = int(ABANDONED_AFTER.total_seconds() // 60)
        parser.add_argument("--older-than", type=int, default=minutes, metavar="MINUTES")

    def handle(self, *args: Any, older_than: int, **options: Any) -> None:
        count = clean_imports(older_than=timedelta(minutes=older_than))
        sentence = ngettext("%(count)d import interrompu retiré.", "%(count)d imports interrompus retirés.", count)
        self.stdout.write(sentence % {"count": count})

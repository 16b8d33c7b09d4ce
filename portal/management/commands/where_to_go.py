"""`manage.py where_to_go`: the addresses of the site and the demo accounts that exist in it."""

from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandParser

from portal.demo_accounts import DemoAccount, announced

ADDRESSES = (("the observatory", "/"), ("its editors", "/cms/"), ("its health", "/sante/"))


class Command(BaseCommand):
    """Prints what a person who just started the site needs to know."""

    help = "Prints the addresses of the site and the demo accounts that exist in it."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--base", default=settings.WAGTAILADMIN_BASE_URL, help="address of the server")

    def handle(self, *args: Any, base: str, **options: Any) -> None:
        lines = [f"  {name:<18}{base}{path}" for name, path in ADDRESSES]
        accounts = existing_accounts()
        if accounts:
            lines += ["", "  Demo accounts, fictitious like their passwords:"]
            width = max(len(account.email) for account in accounts) + 2
            lines += [f"  {account.email:<{width}}{account.password:<20}{account.role}" for account in accounts]
        self.stdout.write("\n".join(["", *lines, "", "  Ctrl-C stops everything.", ""]))


def existing_accounts() -> list[DemoAccount]:
    """The announced demo accounts that the database holds and that may sign in."""
    emails = [account.email for account in announced()]
    known = set(get_user_model().objects.filter(email__in=emails, is_active=True).values_list("email", flat=True))
    return [account for account in announced() if account.email in known]

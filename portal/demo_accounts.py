"""The accounts of the demo, as printed when the site starts. The application that makes them announces them here."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class DemoAccount:
    """One account that exists in the demo only."""

    email: str
    password: str
    role: str


_announced: dict[str, DemoAccount] = {}


def announce(accounts: Iterable[DemoAccount]) -> None:
    """Make these accounts known; called from `AppConfig.ready()`. Announcing twice changes nothing."""
    _announced.update({account.email: account for account in accounts})


def announced() -> tuple[DemoAccount, ...]:
    """Every account announced, in the order of announcement, whether or not the database holds it."""
    return tuple(_announced.values())

from io import StringIO

import pytest
from django.contrib.auth import get_user_model
from django.core.management import call_command

from portal import demo_accounts
from portal.demo_accounts import DemoAccount

KNOWN = DemoAccount("relecture@demo.invalid", "a password", "reviewer")
UNKNOWN = DemoAccount("personne@demo.invalid", "another", "nobody")


def said() -> str:
    out = StringIO()
    call_command("where_to_go", base="http://127.0.0.1:8123", stdout=out)
    return out.getvalue()


@pytest.mark.django_db
def test_only_demo_accounts_that_exist_are_printed(monkeypatch):
    monkeypatch.setattr(demo_accounts, "_announced", {})
    demo_accounts.announce([KNOWN, UNKNOWN])
    get_user_model().objects.create_user(KNOWN.email, KNOWN.password)
    assert KNOWN.email in said()
    assert UNKNOWN.email not in said()


@pytest.mark.django_db
def test_the_addresses_stand_on_the_server_that_was_started():
    assert "http://127.0.0.1:8123/cms/" in said()

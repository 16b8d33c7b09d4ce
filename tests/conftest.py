"""What every test may ask for. Factories stand in `tests/factories/`, browser fixtures in `tests/browser.py`."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connections
from pytest_django.plugin import blocking_manager_key

from tests import database_template
from tests.browser import browser, page, phone  # noqa: F401

TRANSACTIONAL_FIXTURES = {"transactional_db", "live_server"}


def is_transactional(item: pytest.Item) -> bool:
    """Will this test commit for real, so that the whole database is emptied behind it?"""
    marker = item.get_closest_marker("django_db")
    return bool(marker and marker.kwargs.get("transaction")) or bool(
        TRANSACTIONAL_FIXTURES & set(getattr(item, "fixturenames", ()))
    )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give transactional tests what the migrations made: languages, root page, site, goals, permissions."""
    for item in items:
        if is_transactional(item):
            item.add_marker(pytest.mark.django_db(transaction=True, serialized_rollback=True), append=False)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> Iterator[None]:
    """After a transactional test, put back what the migrations made, for the tests that come behind it."""
    result = yield
    if nextitem is not None and is_transactional(item):
        with item.config.stash[blocking_manager_key].unblock():
            for connection in connections.all():
                connection.creation.deserialize_db_from_string(connection._test_serialized_contents)
    return result


def embedded_database() -> str:
    """The file of the tests' own database; empty when they run on a server."""
    database = settings.DATABASES["default"]
    return str(database["TEST"]["NAME"]) if database["ENGINE"].endswith("sqlite3") else ""


@pytest.fixture(scope="session")
def django_db_keepdb(django_db_keepdb: bool) -> bool:
    """The embedded database starts as a copy: it is not made anew, and its folder goes when the run ends."""
    return django_db_keepdb or bool(embedded_database())


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> None:
    """Before the database is set up: the copy of one that has been migrated already."""
    if embedded_database():
        database_template.copy_template(embedded_database())


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> None:
    """Once it is migrated, and before any test writes: the original of later copies."""
    if embedded_database():
        with django_db_blocker.unblock():
            for connection in connections.all():
                connection.close()
        database_template.keep_template(embedded_database())


@pytest.fixture(autouse=True)
def _empty_cache() -> None:
    """No test sees what another one cached."""
    cache.clear()


@pytest.fixture(scope="session")
def samples_dir() -> Path:
    """Folder of the real source files, which are not part of the project; skips, saying so, when it is absent."""
    folder = Path(settings.SAMPLES_DIR)
    if not folder.is_dir():
        pytest.skip("The real source files are absent: SAMPLES_DIR says where they are.")
    return folder

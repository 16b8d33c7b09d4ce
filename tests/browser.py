"""A real browser: Chromium of the distribution, driven by Playwright against `live_server`."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connections
from playwright.sync_api import Browser, Page, expect, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
ARGUMENTS = ["--no-sandbox", "--disable-gpu"]
PATIENCE = 120_000
"""Milliseconds: a machine busy with other work is slow, not wrong."""
expect.set_options(timeout=60_000)
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def skip_or_fail(reason: str) -> None:
    """Skip on a machine where something could not be installed; in CI that is a failure."""
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture
def browser() -> Iterator[Browser]:
    """A Chromium for one test.

    Playwright leaves an event loop running in the thread. Django then believes that the test is asynchronous and gives
    it other database connections, so the loop must not outlive the test.
    """
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        skip_or_fail("Chromium is missing (Debian: apt install chromium): browser tests cannot run.")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        with sync_playwright() as playwright:
            chromium = playwright.chromium.launch(executable_path=program, args=ARGUMENTS, timeout=PATIENCE)
            yield chromium
            chromium.close()
            connections.close_all()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh window of 1280 x 900 in French; a script error or a refused resource of ours fails the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="fr-FR", timezone_id="Europe/Paris")
    context.set_default_timeout(PATIENCE)
    opened = context.new_page()
    errors: list[str] = []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    yield opened
    context.close()
    assert errors == []


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A fresh window of 390 x 844, touched by a finger."""
    context = browser.new_context(
        viewport={"width": 390, "height": 844},
        has_touch=True,
        is_mobile=True,
        locale="fr-FR",
        timezone_id="Europe/Paris",
    )
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


def axe_violations(page: Page, within: str | None = None) -> list[str]:
    """What axe-core finds wrong on the page as it is now: one line for each rule broken, with the elements."""
    if not AXE.is_file():
        skip_or_fail("axe-core is missing: `make test` installs it.")
    page.evaluate(AXE.read_text())
    options = {"runOnly": {"type": "tag", "values": WCAG}, "resultTypes": ["violations"]}
    result: dict[str, Any] = page.evaluate(
        "([where, options]) => axe.run(where || document, options)", [within, options]
    )
    return [
        f"{rule['id']} ({rule['impact']}): {', '.join(str(node['target'][0]) for node in rule['nodes'])}"
        for rule in result["violations"]
    ]

"""Texts to copy on the page of an indicator, and the figure inside another site, in a real browser."""

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import axe_violations
from tests.factories.indicators import add_rows, make_indicator, make_live, make_release

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def address(live_server) -> str:
    """A published indicator with a breakdown."""
    indicator = make_indicator("ecart", goals=(5,), direction=-1, measure="points", title_fr="Écart de salaire")
    release = make_release(indicator, {"2020": "15.1", "2021": "14.0", "2022": "13.2", "2023": "12.5", "2024": "11.8"})
    add_rows(release, {"2024": "10.2"}, breakdown={"sexe": "Femmes"})
    add_rows(release, {"2024": None}, breakdown={"sexe": "Hommes"}, status="withheld")
    make_live(release)
    return f"{live_server.url}/fr/indicateurs/ecart/"


def test_the_code_is_copied_and_it_is_announced(page: Page, address: str):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(address)
    page.get_by_text("Intégrer", exact=True).click()
    page.locator("details[open] .btn", has_text="Copier").click()
    expect(page.locator(".act [role=status]")).to_have_text("Copié.")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("<iframe src=")
    assert 'title="Écart de salaire, ' in copied


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_open_panels_fit_and_are_accessible(page: Page, address: str, width: int, scheme: str):
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # no colour half-way
    page.goto(address)
    for name in ("Intégrer", "Citer", "Partager"):
        page.get_by_text(name, exact=True).click()
        assert axe_violations(page, ".act") == []
        assert not page.evaluate("document.documentElement.scrollWidth > window.innerWidth")


def test_the_texts_to_copy_are_there_without_script(browser: Browser, address: str):
    context = browser.new_context(java_script_enabled=False, locale="fr-FR")
    page = context.new_page()
    page.goto(address)
    page.get_by_text("Citer", exact=True).press("Enter")
    expect(page.get_by_label("Dans un texte")).to_have_value(re.compile("/indicateurs/ecart/versions/1/"))
    expect(page.get_by_role("button", name="Copier")).to_have_count(0)
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("query", ["", "?vue=sexe"])
def test_the_figure_to_embed_is_accessible_and_fits_a_narrow_column(page: Page, address: str, query: str, scheme: str):
    page.set_viewport_size({"width": 320, "height": 700})
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{address}integration/{query}")
    assert axe_violations(page) == []
    assert not page.evaluate("document.documentElement.scrollWidth > window.innerWidth")


def test_another_site_shows_the_figure_in_a_frame(page: Page, address: str):
    with other_site(
        f'<!doctype html><title>Autre</title><iframe src="{address}integration/" title="Écart"></iframe>'
    ) as site:
        page.goto(site)
        expect(page.frame_locator("iframe").locator("mark")).to_have_text("11,8\u00a0%")


@contextmanager
def other_site(html: str) -> Iterator[str]:
    """A page of another origin. Served for real: Chromium keeps pages that it was only told about from local ones."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(html.encode())

        def log_message(self, *args: object) -> None:
            """Say nothing."""

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()

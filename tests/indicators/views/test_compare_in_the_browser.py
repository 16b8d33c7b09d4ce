"""The comparison in a real browser: its curve wakes, its names are offered, its address is copied."""

import pytest
from playwright.sync_api import Page, expect

from indicators.models import Territory
from tests.browser import axe_violations
from tests.factories.indicators import add_rows, make_indicator, make_live, make_release

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def address(live_server) -> str:
    country = Territory.objects.get(scheme="ISO3166-1 alpha-2", code="FR")
    for code in ("chomage", "pauvrete"):
        indicator = make_indicator(code, title_fr=f"Taux de {code}", direction=-1, measure="points", kind="rate")
        release = make_release(indicator, {"2022": "12", "2023": "11.5", "2024": "11"})
        add_rows(release, {"2023": "12", "2024": "12.5"}, territory=country)
        make_live(release)
    return f"{live_server.url}/fr/comparer/?i=chomage"


def test_the_page_wakes_its_curve_offers_names_and_copies_its_address(page: Page, address: str):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(address)
    assert axe_violations(page) == []
    page.locator("#graphique").hover()
    expect(page.locator("#graphique [data-ready]")).to_be_attached()
    field = page.get_by_label("Ajouter un indicateur")
    field.focus()
    expect(page.locator("#liste-indicateur option")).to_have_count(1)
    page.get_by_role("button", name="Copier l’adresse de cette vue").click()
    expect(page.locator("#annonce")).to_have_text("Adresse copiée")
    assert "/fr/comparer/?i=chomage&t=" in page.evaluate("navigator.clipboard.readText()")
    field.fill("pauvrete")
    page.keyboard.press("Enter")
    expect(page.locator(".tt tbody tr")).to_have_count(2)
    assert "?i=chomage&i=pauvrete&t=" in page.url

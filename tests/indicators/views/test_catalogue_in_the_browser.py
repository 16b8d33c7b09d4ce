"""The filters in a real browser: a sheet on a phone, driven by the keyboard; without scripts; refreshed with them."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import PATIENCE, axe_violations
from tests.factories.indicators import make_indicator, make_live, make_release

pytestmark = pytest.mark.django_db(transaction=True)

FALLING = {"2019": "16.0", "2020": "15.1", "2021": "14.0", "2022": "13.2", "2023": "12.5", "2024": "11.8"}


def publish(code: str, title: str, goal: int, direction: int) -> None:
    indicator = make_indicator(code, title_fr=title, goals=(goal,), direction=direction, measure="points", kind="rate")
    make_live(make_release(indicator, FALLING))


@pytest.fixture
def address(live_server) -> str:
    publish("salaires", "Écart de salaire", 5, -1)
    publish("accidents", "Accidents du travail", 8, 1)
    publish("chomage", "Taux de chômage", 8, -1)
    return f"{live_server.url}/fr/indicateurs/"


def test_filters_of_a_phone_are_a_sheet_that_the_keyboard_opens_and_closes(phone: Page, address: str):
    phone.goto(address)
    sheet = phone.locator("#filtres")
    expect(sheet).to_be_hidden()
    phone.get_by_role("button", name="Filtrer").focus()
    phone.keyboard.press("Enter")
    expect(sheet).to_be_visible()
    assert axe_violations(phone) == []
    phone.keyboard.press("Tab")
    expect(phone.get_by_role("button", name="Fermer")).to_be_focused()
    phone.keyboard.press("Escape")
    expect(sheet).to_be_hidden()
    expect(phone.get_by_role("button", name="Filtrer")).to_be_focused()


def test_a_choice_refreshes_the_list_keeps_the_focus_and_is_announced(page: Page, address: str):
    page.goto(address)
    box = page.get_by_role("checkbox", name="Se dégrade")
    box.focus()
    page.keyboard.press("Space")
    expect(page.locator("#resultats h3").first).to_have_text("Accidents du travail")
    expect(page.get_by_role("status")).to_have_text("1 indicateur")
    expect(box).to_be_focused()
    assert page.url == f"{address}?tendance=degrade"
    page.get_by_role("searchbox").fill("salaires")
    expect(page.locator("#nombre")).to_have_text("Aucun indicateur")
    page.go_back()
    expect(page.locator("#nombre")).to_have_text("1 indicateur")
    assert axe_violations(page) == []


def test_without_scripts_the_button_applies_the_filters(browser: Browser, address: str):
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    context.set_default_timeout(PATIENCE)
    opened = context.new_page()
    opened.goto(address)
    opened.get_by_role("checkbox", name="Se dégrade").check()
    opened.get_by_role("button", name="Appliquer").click()
    expect(opened.locator("#nombre")).to_have_text("1 indicateur")
    opened.get_by_role("link", name="Comparer cet indicateur").click()
    opened.get_by_label("Ajouter un indicateur").fill("taux de chomage")
    opened.get_by_role("button", name="Afficher").click()
    expect(opened.locator(".tt tbody tr")).to_have_count(2)
    assert "?i=accidents&i=chomage&t=" in opened.url
    context.close()

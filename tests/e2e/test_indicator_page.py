"""The page of an indicator in a real browser: phone, small phone, desk; light and dark; keyboard; without script."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from indicators.models import Territory
from tests.browser import axe_violations
from tests.factories.indicators import add_rows, make_indicator, make_live, make_release

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

FALLING = {
    "2018": "16.7",
    "2019": "16.0",
    "2020": "15.1",
    "2021": "14.0",
    "2022": "13.2",
    "2023": "12.5",
    "2024": "11.8",
}


@pytest.fixture
def address(live_server) -> str:
    """A published indicator with a target, comparators, a provisional value, a gap and a breakdown."""
    indicator = make_indicator(
        "ecart-salaire",
        goals=(5, 8, 10),
        direction=-1,
        measure="points",
        title_fr="Écart de salaire horaire net entre les femmes et les hommes",
        target_value="8",
        target_year=2030,
    )
    release = make_release(indicator, FALLING)
    add_rows(release, {"2025": "11.2"}, status="provisional")  # no 2024: a gap
    country = Territory.objects.get(scheme="ISO3166-1 alpha-2", code="FR")
    region = Territory.objects.get(scheme="COG région", code="52")
    add_rows(release, {"2018": "15.5", "2019": "15.2", "2021": "14.4", "2025": "13.0"}, territory=country)
    add_rows(release, {"2018": "16.5", "2025": "13.1"}, territory=region)
    add_rows(release, {"2025": "14.5"}, breakdown={"âge": "50 ans et plus"})
    add_rows(release, {"2025": None}, breakdown={"âge": "15 à 29 ans"}, status="withheld")
    make_live(release)
    return f"{live_server.url}/fr/indicateurs/ecart-salaire/"


def overflows(page: Page) -> bool:
    return page.evaluate("document.documentElement.scrollWidth > window.innerWidth")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_the_page_fits_and_is_accessible_at_every_width(page: Page, address: str, width: int, scheme: str):
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)
    for query in ("", "?vue=âge"):
        page.goto(address + query)
        assert not overflows(page)
        assert axe_violations(page) == []


def test_the_page_is_complete_without_script(browser: Browser, address: str):
    context = browser.new_context(java_script_enabled=False, locale="fr-FR")
    page = context.new_page()
    page.goto(address)
    expect(page.locator("mark")).to_have_text("11,2\u00a0%")
    expect(page.locator(".plot-lines .fo").first).to_be_visible()
    page.get_by_text("France", exact=True).first.click()
    page.get_by_role("button", name="Afficher").click()
    assert "t=cog-region" in page.url
    expect(page.locator("tbody th", has_text=re.compile("^France$"))).to_have_count(0)
    context.close()


def test_chart_js_takes_over_on_hover_without_moving_anything(page: Page, address: str):
    scripts: list[str] = []
    page.on("request", lambda request: scripts.append(request.url))
    page.goto(address)
    assert not [url for url in scripts if "explore" in url]
    places = "[...document.querySelectorAll('h2, table, .plot')].map(e => e.getBoundingClientRect().top + scrollY)"
    before = page.evaluate(places)
    page.locator(".plot").hover()
    page.wait_for_selector(".plot[data-ready] canvas")
    assert page.evaluate(places) == before
    assert [url for url in scripts if "explore" in url]
    assert all(url.startswith((address.split("/fr/")[0], "data:")) for url in scripts)


def test_a_choice_changes_the_figure_and_the_address_without_leaving_the_page(page: Page, address: str):
    page.goto(address)
    page.evaluate("window.stayed = true")
    page.locator("label", has_text="France").locator("input").focus()
    page.keyboard.press("Space")
    expect(page.locator("tbody th", has_text=re.compile("^France$"))).to_have_count(0)
    assert "vue=temps" in page.url
    assert page.evaluate("window.stayed") is True
    expect(page.locator("#annonce")).to_contain_text("Le graphique et le tableau sont à jour.")
    assert page.evaluate("document.activeElement.name") == "t"


def test_the_keyboard_reaches_the_content_first_then_every_control(page: Page, address: str):
    page.goto(address)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Aller au contenu")).to_be_focused()
    page.keyboard.press("Enter")
    assert page.url.endswith("#contenu")
    reached = set()
    for _step in range(25):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.textContent.trim() || document.activeElement.name"))
    assert {"vue", "t"} <= reached
    assert any(text.startswith("Télécharger en CSV") for text in reached)


def test_the_menu_opens_on_a_phone_without_script_of_ours(phone: Page, address: str):
    phone.goto(address)
    phone.get_by_role("button", name="Menu").tap()
    expect(phone.get_by_role("link", name="English")).to_be_visible()
    phone.get_by_role("link", name="English").tap()
    expect(phone).to_have_url(re.compile("/en/indicateurs/ecart-salaire/$"))


def test_direct_labels_do_not_cover_one_another(page: Page, address: str):
    overlap = """layer => { const boxes = [...document.querySelectorAll(`.plot .${layer} text`)].map(e => e.getBBox());
        return boxes.some((a, i) => boxes.some((b, j) => j > i && a.x < b.x + b.width && b.x < a.x + a.width
        && a.y + 1 < b.y + b.height && b.y + 1 < a.y + a.height)) }"""
    for width, layer in ((1280, "wide"), (390, "narrow"), (320, "narrow")):
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(address)
        assert not page.evaluate(overlap, layer)


def test_the_list_and_the_versions_fit_and_are_accessible(page: Page, address: str):
    for path in ("..", "versions/"):
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            page.goto(address + path)
            assert not overflows(page)
            assert axe_violations(page) == []

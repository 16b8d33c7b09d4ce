"""The front page in a browser: every width and state, the menu of a phone, the keyboard, no script."""

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import axe_violations
from tests.factories.indicators import make_indicator, make_live, make_release

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def address(live_server) -> str:
    """A front page with a goal that improves, one that worsens, a fragile trend and one that is not assessed."""
    for values in ((100, 110, 121, 133, 146), (100, 90, 81, 73, 66), (100, 100, 100, 100, 140), (1, 2)):
        indicator = make_indicator(direction=1, measure="rate", goals=(len(str(values)) % 17 + 1,))
        make_live(make_release(indicator, {str(2019 + rank): str(value) for rank, value in enumerate(values)}))
    return f"{live_server.url}/fr/"


def test_the_front_page_is_accessible_and_overflows_nowhere(browser: Browser, address: str) -> None:
    for width in (1280, 390, 320):
        for scheme in ("light", "dark"):
            context = browser.new_context(
                viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True, reduced_motion="reduce"
            )
            window = context.new_page()
            window.goto(address)
            assert axe_violations(window) == []
            assert window.evaluate("document.documentElement.scrollWidth") <= width
            context.close()


def test_the_menu_of_a_phone_is_accessible_and_closes_by_key_and_by_button(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, bypass_csp=True)
    window = context.new_page()
    window.goto(address)
    menu = window.get_by_role("navigation", name="Menu principal")
    for close in (lambda: window.keyboard.press("Escape"), lambda: window.get_by_role("button", name="Fermer").click()):
        window.get_by_role("button", name="Menu", exact=True).click()
        assert menu.is_visible()
        assert axe_violations(window) == []
        close()
        assert not menu.is_visible()
    context.close()


def test_targets_of_header_and_menu_are_large_enough(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    window = context.new_page()
    window.goto(address)
    window.get_by_role("button", name="Menu", exact=True).click()
    heights = window.evaluate("[...document.querySelectorAll('.nav a, .nav button')].map(e => e.offsetHeight)")
    assert min(heights) >= 44
    context.close()


def test_the_keyboard_reaches_the_content_first_then_a_dot_then_its_page(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#contenu"
    page.locator(".swarm.d a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/fr/indicateurs/*/")


def test_the_first_figure_is_on_the_first_screen_of_a_phone(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 375, "height": 812}, java_script_enabled=True)
    window = context.new_page()
    window.goto(address)
    assert window.locator(".door span").first.bounding_box()["y"] < 800
    context.close()


def test_the_front_page_is_complete_without_scripts_and_small(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 800}, java_script_enabled=False)
    window = context.new_page()
    asked: list[str] = []
    window.on("request", lambda request: asked.append(request.url))
    window.goto(address)
    assert len([url for url in asked if not url.startswith("data:")]) <= 5
    assert window.locator(".grid17 > li").count() == 17
    assert window.locator(".swarm.d a").count() == 4
    assert window.locator("*").count() - window.locator("svg *").count() <= 370
    context.close()

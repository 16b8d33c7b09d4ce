"""The goals and the link between CSR and the goals in a real browser: phone and desk, light and dark, weight."""

import pytest
from playwright.sync_api import Page, expect

from indicators.models import PeerGroup, Territory
from tests.browser import axe_violations
from tests.factories.indicators import add_rows, make_indicator, make_live, make_release

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

RISES = {"2019": "10", "2020": "11", "2021": "12", "2022": "13", "2023": "14", "2024": "15"}
ELEMENTS = "[...document.querySelectorAll('*')].filter(e => !e.parentElement?.closest('svg')).length"
MOST_ELEMENTS, MOST_REQUESTS = 370, 5
PATHS = ("odd/5/", "odd/14/", "odd/", "lien-rse-odd/")


@pytest.fixture
def site(live_server) -> str:
    """Goal 5 with ten indicators, compared with France and three peers."""
    france = Territory.objects.get(code="FR", scheme="ISO3166-1 alpha-2")
    peers = PeerGroup.objects.get(code="metropoles").territories.exclude(is_focus=True).order_by("pk")[:3]
    for rank in range(10):
        title = f"Écart de salaire horaire net entre les femmes et les hommes, série {rank}"
        indicator = make_indicator(goals=(5,), direction=1 if rank % 2 else -1, title_fr=title)
        release = make_release(indicator, RISES)
        add_rows(release, {"2024": "13"}, territory=france)
        for place in peers:
            add_rows(release, {"2024": "16"}, territory=place)
        make_live(release)
    return f"{live_server.url}/fr/"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_pages_fit_and_are_accessible_at_every_width(page: Page, site: str, width: int, scheme: str) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)
    for path in PATHS:
        page.goto(site + path)
        assert not page.evaluate("document.documentElement.scrollWidth > window.innerWidth"), path
        assert axe_violations(page) == [], path


def test_pages_stay_light(page: Page, site: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for path in PATHS:
        asked.clear()
        page.goto(site + path)
        assert page.evaluate(ELEMENTS) <= MOST_ELEMENTS, path
        assert len([url for url in asked if not url.startswith("data:")]) <= MOST_REQUESTS, path


def test_first_figure_stands_in_the_first_screen_of_a_small_phone(page: Page, site: str) -> None:
    page.set_viewport_size({"width": 375, "height": 800})
    page.goto(site + "odd/5/")
    box = page.locator(".val").first.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] < 800


def test_table_is_read_by_its_headers_on_a_desk_and_on_a_phone(page: Page, site: str) -> None:
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(site + "lien-rse-odd/")
        table = page.get_by_role("table")
        expect(table.get_by_role("row")).to_have_count(11)
        expect(table.get_by_role("rowheader")).to_have_count(10)
        expect(table.get_by_role("columnheader")).to_have_count(18)

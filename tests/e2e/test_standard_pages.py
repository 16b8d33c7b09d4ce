"""The pages of text, the glossary and the directory in a real browser: phone and desk, light and dark, weight."""

import pytest
from playwright.sync_api import Page

from home.starter.content import starter_pages
from indicators.models import Goal
from tests.browser import axe_violations
from tests.factories.pages import make_resource

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ELEMENTS = "[...document.querySelectorAll('*')].filter(e => !e.parentElement?.closest('svg')).length"
OVERFLOWS = "document.documentElement.scrollWidth > window.innerWidth"
MOST_ELEMENTS, MOST_REQUESTS = 370, 5
VIEWS = ("glossaire", "annuaire")
PATHS = (*(content.slug for content in starter_pages()), *VIEWS)


@pytest.fixture
def site(live_server) -> str:
    """A site with a body in its directory."""
    fields = {"audience": "Employeurs", "link": "https://www.reseau.example/", "contact": "Accueil", "cost": "Gratuit"}
    make_resource("Un réseau", kind="reseau", goals=list(Goal.objects.filter(number__in=(8, 13))), **fields)
    return f"{live_server.url}/fr/"


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (390, "dark"), (1280, "light"), (1280, "dark")])
def test_pages_fit_and_are_accessible(page: Page, site: str, width: int, scheme: str) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)
    for path in PATHS:
        page.goto(f"{site}{path}/")
        assert not page.evaluate(OVERFLOWS), path
        assert axe_violations(page) == [], path


def test_pages_stay_light(page: Page, site: str) -> None:
    """The glossary is a full list: it is exempt from the number of elements only."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for path in PATHS:
        asked.clear()
        page.goto(f"{site}{path}/")
        assert path == "glossaire" or page.evaluate(ELEMENTS) <= MOST_ELEMENTS, path
        assert len([url for url in asked if not url.startswith("data:")]) <= MOST_REQUESTS, (path, asked)


def test_the_explainer_prints_on_two_pages(page: Page, site: str) -> None:
    page.goto(f"{site}explication/")
    assert page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n") == 2

"""What readers land on, measured as `make quality` does, on a small site: every width, state and strain, and no script.

One page of each kind: the whole served demo is looked at by `make quality`.
"""

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from indicators.models import Territory
from ops.quality.measure import Visit, measure
from tests.browser import AXE, PATIENCE, skip_or_fail
from tests.factories.blocks import body, chart_value, figure_value
from tests.factories.indicators import add_rows, make_indicator, make_live, make_release
from tests.factories.pages import make_article

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    # Wagtail leaves the temporary file of a rendition to the garbage collector.
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]

FALLING = {"2019": "16.0", "2020": "15.1", "2021": "14.0", "2022": "13.2", "2023": "12.5", "2024": "11.8"}
WEIGHT = re.compile(r" KB\b")
"""The tests serve style sheets that are not compressed: weight is for `make quality` to judge."""


@pytest.fixture
def site(live_server) -> str:
    """Two indicators of goal 8, one with a breakdown and compared with France, and an article with both."""
    salaries = make_indicator("salaires", title_fr="Écart de salaire", goals=(8, 5), direction=-1, measure="points")
    release = make_release(salaries, FALLING)
    add_rows(release, FALLING, territory=Territory.objects.get(scheme="ISO3166-1 alpha-2", code="FR"))
    add_rows(release, {"2024": "14.5"}, breakdown={"âge": "50 ans et plus"})
    add_rows(release, {"2024": "9.1"}, breakdown={"âge": "15 à 29 ans"})
    make_live(release)
    accidents = make_indicator("accidents", title_fr="Accidents du travail", goals=(8,), direction=-1, measure="rate")
    make_live(make_release(accidents, {year: str(100 + rank * 9) for rank, year in enumerate(FALLING)}))
    blocks = [
        ("sentence", "{territoire:salaires}\u00a0: {chiffre:salaires} en {période:salaires}."),
        ("figure", figure_value(accidents)),
        ("heading", {"text": "Dans le temps", "level": "h2"}),
        ("chart", chart_value(salaries, title="L’écart se réduit depuis 2019")),
    ]
    make_article("Deux chiffres à lire", slug="deux-chiffres", body=body(*blocks))
    return live_server.url


@pytest.mark.parametrize(
    "path",
    [
        "/fr/",
        "/fr/odd/8/",
        "/fr/indicateurs/",
        "/fr/indicateurs/salaires/",
        "/fr/articles/deux-chiffres/",
        "/fr/comparer/?i=salaires&i=accidents",
        "/en/cette-page-n-existe-pas/",
    ],
)
def test_page_holds_every_bar_of_quality(browser: Browser, site: str, path: str) -> None:
    if not AXE.is_file():
        skip_or_fail("axe-core is missing: `make test` installs it.")
    faults = measure(browser, site, Visit(path)).faults
    assert [fault for fault in faults if not WEIGHT.search(fault)] == []


def test_measures_see_what_is_wrong(browser: Browser, site: str) -> None:
    wrong = """<!doctype html><html><title>x</title><main><h3>Titre</h3><p style="width:2000px">long</p>
        <input style="border:0"><p style="transition:color 3s">bouge</p>
        <script>document.write('<h2>Ajouté</h2>'); document.cookie = "suivi=1"</script></main></html>"""
    found = " ".join(measure(browser, site, Visit("/fr/erreur-500/", html=wrong)).faults)
    for said in ("html-has-lang", "wider than the window", "no edge", "moves though", "without scripts", "cookie"):
        assert said in found


def test_keyboard_goes_from_the_skip_link_to_the_first_link_of_the_content(page: Page, site: str) -> None:
    page.goto(f"{site}/fr/odd/8/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Aller au contenu")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_keyboard_goes_through_the_menu_of_a_phone_to_a_page(phone: Page, site: str) -> None:
    phone.goto(f"{site}/fr/")
    phone.get_by_role("button", name="Menu", exact=True).focus()
    phone.keyboard.press("Enter")
    menu = phone.get_by_role("navigation", name="Menu principal")
    expect(menu).to_be_visible()
    menu.get_by_role("link", name="Indicateurs").focus()
    phone.keyboard.press("Enter")
    phone.wait_for_url("**/fr/indicateurs/")


def test_keyboard_filters_the_catalogue_down_to_the_page_of_an_indicator(page: Page, site: str) -> None:
    page.goto(f"{site}/fr/indicateurs/")
    page.get_by_role("searchbox").focus()
    page.keyboard.type("accident")
    expect(page.locator("#annonce")).to_have_text("1 indicateur", timeout=PATIENCE)
    reach(page, page.get_by_role("link", name="Accidents du travail"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/fr/indicateurs/accidents/")


def test_keyboard_changes_the_view_of_an_indicator_and_the_change_is_announced(page: Page, site: str) -> None:
    page.goto(f"{site}/fr/indicateurs/salaires/")
    page.get_by_role("radio").first.focus()
    page.keyboard.press("ArrowRight")
    said = page.locator("#annonce[role=status]")
    expect(said).to_contain_text("Le graphique et le tableau sont à jour.", timeout=PATIENCE)
    expect(page.get_by_role("radio").nth(1)).to_be_focused()
    assert "vue=" in page.url


def test_keyboard_goes_from_a_figure_in_an_article_to_its_indicator(page: Page, site: str) -> None:
    page.goto(f"{site}/fr/articles/deux-chiffres/")
    reach(page, page.locator("a.lvf").first)
    page.keyboard.press("Enter")
    page.wait_for_url("**/fr/indicateurs/salaires/")


def reach(page: Page, target: Locator) -> None:
    """Press Tab until the target has the focus, which must be drawn."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if target.evaluate("one => one === document.activeElement"):
            assert target.evaluate("one => getComputedStyle(one).outlineStyle") != "none"
            return
    pytest.fail("Tab never reaches the target.")

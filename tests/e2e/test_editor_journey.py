"""What the editor's guide promises: from the sign-in to a public article with a live chart, by its own steps."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.factories.indicators import PASSWORD, make_indicator, make_live, make_release
from tests.factories.pages import make_editor, make_page_reviewer

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

FALLS = {"2019": "9", "2020": "8.5", "2021": "8", "2022": "7", "2023": "6", "2024": "5.5"}
TITLE = "Le chômage recule"


@pytest.fixture
def site(live_server) -> str:
    """A published indicator, an editor and a reviewer."""
    indicator = make_indicator("taux-chomage", direction=-1, title_fr="Taux de chômage")
    make_live(make_release(indicator, FALLS))
    make_editor(email="redaction@example.org")
    make_page_reviewer(email="relecture@example.org")
    return str(live_server.url)


def sign_in(page: Page, site: str, email: str) -> None:
    page.goto(f"{site}/cms/")
    page.get_by_label("Adresse électronique").fill(email)
    page.get_by_label("Mot de passe").fill(PASSWORD)
    page.get_by_role("button", name="S'identifier").click()
    expect(page).to_have_url(f"{site}/cms/")


def add_block(page: Page, name: str) -> None:
    page.get_by_role("button", name="Insérer un bloc").last.click()
    page.get_by_role("option", name=name, exact=True).click()


def choose_indicator(page: Page, title: str) -> None:
    page.get_by_role("button", name="Choisir un indicateur", exact=True).last.click()
    window = page.locator(".modal-body")
    window.get_by_label("Titre ou code").fill(title)
    window.get_by_role("link", name=title, exact=True).click()
    expect(window).to_have_count(0)


def submit(page: Page) -> None:
    page.get_by_role("button", name="Plus d'actions").click()
    page.get_by_role("button", name="Soumettre").click()


def write_article(page: Page) -> None:
    page.get_by_role("link", name="Nouvel article").click()
    page.locator("[name=title]").fill(TITLE)
    page.locator("[name=summary]").fill("Un actif sur vingt cherche un emploi.")
    add_block(page, "Chiffre")
    choose_indicator(page, "Taux de chômage")
    add_block(page, "Graphique")
    page.locator("[name=body-1-value-title]").fill("Cinq années de baisse")
    choose_indicator(page, "Taux de chômage")
    submit(page)
    expect(page.locator("body")).to_contain_text("Décrivez ce que montre le graphique")
    page.locator("[name=body-1-value-description]").fill("La courbe descend de 2019 à 2024.")
    submit(page)
    expect(page.locator(".messages")).to_contain_text("soumise")


def approve(browser: Browser, site: str) -> None:
    context = browser.new_context(locale="fr-FR", viewport={"width": 1280, "height": 900})
    page = context.new_page()
    sign_in(page, site, "relecture@example.org")
    page.get_by_role("link", name=TITLE).first.click()
    page.get_by_role("button", name="Plus d'actions").click()
    page.get_by_role("button", name="Approuver", exact=True).first.click()
    page.locator(".modal-body").get_by_role("button", name="Approuver").click()
    expect(page.locator(".messages")).to_contain_text(TITLE)
    context.close()


def test_a_new_editor_publishes_an_article_with_a_live_chart(page: Page, browser: Browser, site: str) -> None:
    sign_in(page, site, "redaction@example.org")
    write_article(page)
    assert page.request.get(f"{site}/fr/articles/le-chomage-recule/").status == 404

    approve(browser, site)
    page.goto(f"{site}/fr/articles/le-chomage-recule/")
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)
    expect(page.get_by_role("heading", name="Cinq années de baisse")).to_be_visible()
    expect(page.locator("figure svg").first).to_be_visible()
    expect(page.get_by_text("Ce chiffre se met à jour seul").first).to_be_visible()

"""From a file to the public page in a real browser: the data officer submits, the reviewer approves, visitors see."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from indicators.assistant.readings import forget_readings
from indicators.models import Release
from tests.browser import axe_violations
from tests.factories.indicators import PASSWORD, make_department, make_user

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SAMPLE = Path(__file__).parents[1] / "samples" / "assistant" / "jours_formation_dep_2017-2025.csv"


@pytest.fixture
def site(live_server) -> Iterator[str]:
    """The admin with a data officer and a reviewer of the same department."""
    forget_readings()
    department = make_department("emploi", name_fr="Emploi et insertion")
    make_user("donnees@example.org", groups=("Données",), departments=[department], first_name="Camille")
    make_user("relecture@example.org", groups=("Relecture",), departments=[department], first_name="Inès")
    yield live_server.url
    forget_readings()


def sign_in(page: Page, site: str, email: str) -> None:
    page.goto(f"{site}/cms/login/")
    page.fill("[name=username]", email)
    page.fill("[name=password]", PASSWORD)
    page.locator("form.login-form button[type=submit], main button[type=submit]").first.click()
    page.wait_for_url("**/cms/")


def fill_sheet(page: Page) -> None:
    page.get_by_label("Titre en français").fill("Jours de formation")
    page.get_by_label("Unité", exact=True).fill("jours")
    page.get_by_label("Producteur de la nouvelle source").fill("Observatoire")
    page.get_by_label("Nom de son jeu de données").fill("Tableau d’essai")
    page.get_by_label("Licence de la nouvelle source").fill("Licence Ouverte 2.0")
    page.locator("[name=sheet-goals][value='8']").check()


def drop(page: Page, site: str) -> None:
    page.goto(f"{site}/cms/chiffres/importer/")
    page.get_by_label("Fichier de la source").set_input_files(SAMPLE)
    page.get_by_role("button", name="Lire ce fichier").click()


def approve(browser: Browser, site: str, address: str, **options: object) -> None:
    context = browser.new_context(locale="fr-FR", **options)  # type: ignore[arg-type]
    page = context.new_page()
    sign_in(page, site, "relecture@example.org")
    page.goto(address)
    page.locator("[name=decision][value=approve]").check()
    page.get_by_role("button", name="Envoyer ma décision").click()
    expect(page.locator(".messages")).to_contain_text("Les chiffres sont en ligne")
    context.close()


def test_a_file_becomes_a_reviewed_public_indicator(page: Page, browser: Browser, site: str) -> None:
    sign_in(page, site, "donnees@example.org")
    drop(page, site)
    expect(page.get_by_role("heading", level=1)).to_contain_text("350 valeurs")

    page.get_by_role("button", name="Voir ce qui sera publié").click()
    expect(page.locator("#erreurs")).to_be_focused()
    assert page.title().startswith("Erreur\u00a0:")

    page.get_by_label("Provisoire").check()
    expect(page.locator("[data-status]")).to_contain_text("Encore")
    expect(page.locator("[data-saved]")).to_contain_text("Brouillon gardé à")
    expect(page.get_by_label("Provisoire")).to_be_focused()
    page.locator("[name=p1][value=drop]").check()
    fill_sheet(page)
    expect(page.locator("[data-status]")).to_have_text("Tout est répondu. Il reste à comparer.")
    page.get_by_role("button", name="Voir ce qui sera publié").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Première mise à jour")
    page.locator("[name=accepted]").check()
    page.get_by_role("button", name="Soumettre à la relecture").click()
    expect(page.locator("body")).to_contain_text("une autre personne doit décider")

    approve(browser, site, page.url)
    page.goto(f"{site}/fr/indicateurs/jours-de-formation/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Jours de formation")
    assert Release.objects.get().provenance.losses


def test_the_same_trip_without_javascript(browser: Browser, site: str) -> None:
    context = browser.new_context(locale="fr-FR", java_script_enabled=False)
    page = context.new_page()
    sign_in(page, site, "donnees@example.org")
    drop(page, site)
    page.get_by_label("Provisoire").check()
    page.locator("[name=p1][value=drop]").check()
    fill_sheet(page)
    page.get_by_role("button", name="Actualiser l’aperçu").first.click()
    expect(page.locator("[data-status]")).to_have_text("Tout est répondu. Il reste à comparer.")
    page.get_by_role("button", name="Voir ce qui sera publié").click()
    page.locator("[name=accepted]").check()
    page.get_by_role("button", name="Soumettre à la relecture").click()
    expect(page.locator("body")).to_contain_text("une autre personne doit décider")
    approve(browser, site, page.url, java_script_enabled=False)
    page.goto(f"{site}/fr/indicateurs/jours-de-formation/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Jours de formation")
    context.close()


def test_a_lost_session_loses_no_answer(page: Page, site: str) -> None:
    sign_in(page, site, "donnees@example.org")
    drop(page, site)
    page.get_by_label("Provisoire").check()
    expect(page.locator("[data-status]")).to_contain_text("Encore")
    address = page.url
    page.context.clear_cookies(name="sessionid")
    page.locator("[name=p1][value=drop]").check()
    expect(page.locator("[data-saved]")).to_contain_text("Vous n’êtes plus connecté")
    page.goto(address)
    page.fill("[name=username]", "donnees@example.org")
    page.fill("[name=password]", PASSWORD)
    page.locator("form.login-form button[type=submit], main button[type=submit]").first.click()
    page.wait_for_url(address)
    expect(page.get_by_label("Provisoire")).to_be_checked()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_every_screen_fits_and_is_accessible(page: Page, browser: Browser, site: str, width: int, scheme: str) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    sign_in(page, site, "donnees@example.org")
    page.goto(f"{site}/cms/chiffres/importer/")
    check(page)
    drop(page, site)
    check(page)
    page.get_by_role("button", name="Voir ce qui sera publié").click()
    check(page)
    page.get_by_label("Provisoire").check()
    page.locator("[name=p1][value=drop]").check()
    fill_sheet(page)
    page.get_by_role("button", name="Voir ce qui sera publié").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Première mise à jour")
    check(page)
    page.locator("[name=accepted]").check()
    page.get_by_role("button", name="Soumettre à la relecture").click()
    check(page)


def check(page: Page) -> None:
    """No overflow, nothing that axe-core finds in our part of the page."""
    page.wait_for_load_state()
    assert not page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
    assert axe_violations(page, ".observatory") == []

"""Takes the pictures of docs/guide-redaction.md again, from a demo served for the time of it: `make guide-pictures`.

The trip is the guide's own: an editor writes an article with a figure and a chart, a reviewer approves it. Pictures are
those of a light screen, 1280 pixels wide, cropped and reduced to a palette so that each stays below `HEAVIEST`.
"""

import io
import shutil
import sys
import time
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from ops.environment import ROOT
from ops.quality.served import served_demo

FOLDER = ROOT / "docs" / "images" / "guide"
HEAVIEST = 120 * 1024
PASSWORD = "observatoire-demo"
ARTICLE = "Le chômage recule en Loire-Atlantique"
INDICATOR = "Taux de chômage"
TALL = 900


def main() -> None:
    """Serve the demo, take every picture, and say how long the article took."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        sys.exit("Chromium is missing (Debian: apt install chromium).")
    FOLDER.mkdir(parents=True, exist_ok=True)
    with served_demo() as base, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        take_all(browser, base)
        browser.close()


def take_all(browser: Browser, base: str) -> None:
    """Every picture, in the order of the guide."""
    editor = window(browser)
    begun = time.monotonic()
    sign_in(editor, base, "redaction")
    write_article(editor)
    reviewer = window(browser)
    sign_in(reviewer, base, "relecture", picture="")
    review(reviewer)
    print(f"From the sign-in to the public article: {time.monotonic() - begun:.0f} s by script.")
    publicly(editor, base)
    around(editor, base)


def window(browser: Browser) -> Page:
    """A light window in French."""
    context = browser.new_context(
        viewport={"width": 1280, "height": TALL}, locale="fr-FR", timezone_id="Europe/Paris", color_scheme="light"
    )
    context.set_default_timeout(60_000)
    return context.new_page()


def sign_in(page: Page, base: str, who: str, picture: str = "connexion") -> None:
    """To the front page of the administration."""
    page.goto(f"{base}/cms/")
    page.get_by_label("Adresse électronique").fill(f"{who}@demo.observatoire.example")
    if picture:
        keep(page, picture, bottom=680)
    page.get_by_label("Mot de passe").fill(PASSWORD)
    page.get_by_role("button", name="S'identifier").click()
    page.wait_for_url("**/cms/")
    keep(page, f"accueil-{who}", bottom=800)


def write_article(page: Page) -> None:
    """A draft with a figure and a chart, seen on a phone, checked, then submitted."""
    page.get_by_role("link", name="Nouvel article").click()
    page.locator("[name=title]").fill(ARTICLE)
    page.locator("[name=summary]").fill("Le taux de chômage baisse, et reste sous celui de la France.")
    keep(page, "article-debut", bottom=700)
    page.get_by_role("button", name="Insérer un bloc").last.click()
    keep(page, "blocs", bottom=640)
    page.get_by_role("option", name="Chiffre", exact=True).click()
    choose_indicator(page, picture="choisir-indicateur")
    add_block(page, "Graphique")
    page.locator("[name=body-1-value-title]").fill("Le chômage baisse depuis dix ans")
    choose_indicator(page)
    page.locator("[name=body-1-value-title]").scroll_into_view_if_needed()
    keep(page, "graphique")
    submit(page)
    page.get_by_text("Aller à la première erreur").click()
    page.wait_for_timeout(1500)
    page.evaluate("window.scrollBy(0, 1)")
    keep(page, "erreur")
    page.locator("[name=body-1-value-description]").fill("La courbe descend de 2015 à 2023, avec une pointe en 2020.")
    panels(page)
    submit(page, picture="soumettre")


def panels(page: Page) -> None:
    """The panels at the side of the editor: preview, checks, status."""
    saved(page)
    for name, panel in (("apercu", "preview"), ("controles", "checks"), ("etat", "status")):
        page.locator(f"[data-side-panel-toggle={panel}]").click()
        page.wait_for_timeout(3000)
        keep(page, name, bottom=760)
    page.locator("[data-side-panel-toggle=status]").click()


def add_block(page: Page, name: str) -> None:
    """At the end of the text."""
    page.get_by_role("button", name="Insérer un bloc").last.click()
    page.get_by_role("option", name=name, exact=True).click()


def choose_indicator(page: Page, picture: str = "") -> None:
    """By its title, in the window of the last block."""
    page.get_by_role("button", name="Choisir un indicateur", exact=True).last.click()
    within = page.locator(".modal-body")
    within.get_by_label("Titre ou code").fill("chômage")
    found = within.get_by_role("link", name=INDICATOR, exact=True)
    found.wait_for()
    page.wait_for_timeout(1000)
    if picture:
        keep(page, picture, bottom=560)
    found.click()
    within.wait_for(state="hidden")


def saved(page: Page) -> None:
    """Wait for the draft that the editor keeps by itself."""
    page.wait_for_timeout(1500)
    page.get_by_text("Enregistré", exact=True).first.wait_for()


def submit(page: Page, picture: str = "") -> None:
    """To the review."""
    saved(page)
    page.get_by_role("button", name="Plus d'actions").click()
    if picture:
        keep(page, picture, top=400)
    page.get_by_role("button", name="Soumettre").first.click()
    page.locator(".messages li").first.wait_for()


def review(page: Page) -> None:
    """The other person opens what waits and approves it."""
    page.get_by_role("link", name=ARTICLE).first.click()
    page.get_by_role("button", name="Plus d'actions").click()
    keep(page, "decider", top=400)
    page.get_by_role("button", name="Approuver", exact=True).first.click()
    page.locator(".modal-body").wait_for()
    page.wait_for_timeout(600)
    keep(page, "approuver", bottom=640)
    page.locator(".modal-body").get_by_role("button", name="Approuver").click()
    page.locator(".messages li").first.wait_for()


def publicly(page: Page, base: str) -> None:
    """What readers see."""
    page.goto(f"{base}/fr/articles/le-chomage-recule-en-loire-atlantique/")
    page.wait_for_timeout(500)
    keep(page, "en-ligne")


def around(page: Page, base: str) -> None:
    """The screens of the second half of the guide."""
    for name, path in (
        ("pages", "pages/"),
        ("lots", "lots-de-publications/new/"),
        ("images", "images/add/"),
        ("glossaire", "glossaire/"),
        ("avis", "avis/"),
    ):
        page.goto(f"{base}/cms/{path}")
        page.wait_for_timeout(800)
        keep(page, name, bottom=640)


def keep(page: Page, name: str, top: int = 0, bottom: int = TALL) -> None:
    """Write the band of the window between `top` and `bottom`; stops the run when it is too heavy."""
    shot = page.screenshot(animations="disabled")
    picture = (
        Image.open(io.BytesIO(shot))
        .convert("RGB")
        .crop((0, top, 1280, bottom))
        .quantize(colors=128, dither=Image.Dither.NONE)
    )
    target = FOLDER / f"{name}.png"
    picture.save(target, optimize=True)
    check_weight(target)


def check_weight(target: Path) -> None:
    """A picture of the guide opens at once on a slow line."""
    if target.stat().st_size > HEAVIEST:
        sys.exit(f"{target.name} weighs {target.stat().st_size // 1024} KB: crop it.")


if __name__ == "__main__":
    main()

"""A page with every block: accessible at every width, light and dark, and drawn again by Chart.js on demand."""

import pytest
from playwright.sync_api import Browser

from indicators.models import Territory
from tests.browser import AXE, PATIENCE, WCAG
from tests.factories.blocks import body, chart_value, figure_value
from tests.factories.files import make_document, make_image
from tests.factories.indicators import add_rows, make_indicator, make_live, make_release
from tests.factories.pages import make_article

pytestmark = [
    pytest.mark.django_db(transaction=True),
    # Wagtail leaves the temporary file of a rendition to the garbage collector.
    pytest.mark.filterwarnings("ignore:Unclosed file:ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]


@pytest.fixture
def address(live_server):
    indicator = make_indicator("pauvrete", title_fr="Taux de pauvreté", direction=-1, kind="rate")
    france = Territory.objects.get(level="country", code="FR")
    release = make_release(indicator, {str(year): str(year - 2008) for year in range(2010, 2024)})
    add_rows(release, {str(year): "9" for year in range(2010, 2024)}, territory=france)
    add_rows(release, {"2023": "3"}, breakdown={"sexe": "Femmes"})
    add_rows(release, {"2023": "4"}, breakdown={"sexe": "Hommes"})
    make_live(release)
    page = make_article("Tous les blocs", body=body(*every_block(indicator, france)))
    return f"{live_server.url}{page.get_url()}"


def every_block(indicator, france):
    picture = {"decorative": False, "shape": "landscape", "caption": "Légende", "credit": "Observatoire"}
    table = {
        "caption": "Trois mesures",
        "columns": [{"type": "text", "heading": "Mesure"}, {"type": "number", "heading": "Coût (€)"}],
        "rows": [{"values": ["Décaler l’embauche", "0"]}],
    }
    resource = {
        "title": "Guide",
        "page": None,
        "address": "https://example.org/g",
        "description": "",
        "file_format": "",
    }
    beside = {"kind": "territories", "territories": [france.pk]}
    return [
        ("sentence", "{territoire:pauvrete}\u00a0: {chiffre:pauvrete} en {période:pauvrete}."),
        ("figure", figure_value(indicator)),
        ("heading", {"text": "Partie", "level": "h2"}),
        ("paragraph", '<p>Un <b>texte</b>.</p><ul><li>un</li></ul><p><a href="https://example.org">le guide</a></p>'),
        ("chart", chart_value(indicator, title="Dans le temps")),
        ("heading", {"text": "Sous-partie", "level": "h3"}),
        ("chart", chart_value(indicator, title="Par sexe", kind="breakdown")),
        (
            "chart",
            chart_value(indicator, title="Par territoire", version=1, **beside),
        ),
        ("figure_table", {"title": "En bref", "indicators": [indicator.pk], "territories": [france.pk]}),
        ("key_message", {"text": "À retenir."}),
        ("quote", {"text": "Nous avons essayé.", "who": "Une responsable", "role": "entreprise fictive"}),
        ("call_out", {"kind": "information", "title": "", "text": "<p>À savoir.</p>"}),
        ("call_out", {"kind": "attention", "title": "Prudence", "text": "<p>Avec <b>soin</b>.</p>"}),
        ("table", table),
        ("picture", picture | {"image": make_image().pk, "alt": "Un parking éclairé"}),
        ("file", {"title": "Plan", "document": make_document().pk, "description": "Modèle"}),
        (
            "video_link",
            {"title": "Film", "address": "https://example.org/v", "duration": "3 min", "transcript": "Bonjour."},
        ),
        ("resources", {"title": "Pour aller plus loin", "resources": [resource | {"file_format": "PDF"}]}),
        ("contribution", {"goal": "8"}),
        (
            "call_to_action",
            {"label": "Agir", "page": None, "indicator": indicator.pk, "address": "", "detail": "10 min"},
        ),
        ("figure", figure_value(indicator, version=9)),
    ]


def test_every_block_is_accessible_and_fits_at_every_width_light_and_dark(address, browser: Browser):
    for width in (1280, 390, 320):
        for scheme in ("light", "dark"):
            window = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True)
            window.set_default_timeout(PATIENCE)
            window.goto(address)
            window.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
            window.add_script_tag(path=str(AXE))
            found = window.evaluate(
                "async (tags) => (await axe.run({ runOnly: tags })).violations"
                ".map((one) => [one.id, one.nodes.map((node) => node.html)])",
                WCAG,
            )
            assert found == [], (width, scheme)
            assert window.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), (width, scheme)
            window.close()


def test_a_chart_of_a_text_is_drawn_by_chart_js_on_the_first_hover_and_not_before(address, browser: Browser):
    window = browser.new_page(viewport={"width": 1280, "height": 900})
    window.set_default_timeout(PATIENCE)
    scripts: list[str] = []
    window.on("request", lambda request: scripts.append(request.url) if "chunks/" in request.url else None)
    window.goto(address)
    window.wait_for_load_state("networkidle")
    before = len([url for url in scripts if "explore" in url])
    figure = window.locator(".chartb").first
    figure.hover()
    window.wait_for_selector(".chartb .plot[data-ready]")
    assert before == 0
    assert window.locator(".chartb .plot[data-ready]").count() == 1
    window.close()

"""What is checked in a text before somebody else reads it."""

import pytest
from django.test import Client
from django.utils.translation import override

from portal.content_checks import check_page
from portal.models import LinkCheck
from tests.factories.blocks import body, chart_value
from tests.factories.files import make_document, make_image
from tests.factories.indicators import make_indicator, make_live, make_release
from tests.factories.pages import article_index, make_article, make_editor

pytestmark = pytest.mark.django_db

EASY = "Le train part à huit heures. Il va à Nantes. Nous le prenons tous. " * 12
HARD_WORDS = (
    "L’opérationnalisation intersectorielle des préconisations méthodologiques "
    "conditionne l’appropriation organisationnelle durable. "
)


def findings(*blocks, language="fr"):
    page = make_article(f"Article {language}", live=False, parent=article_index(language), body=body(*blocks))
    with override("fr"):
        return check_page(page)


def said(*blocks, **kwargs):
    return [(finding.message, finding.is_blocking) for finding in findings(*blocks, **kwargs)]


def test_a_careful_text_has_nothing_to_mend():
    assert (
        said(
            ("heading", {"text": "Partie", "level": "h2"}),
            ("heading", {"text": "Sous-partie", "level": "h3"}),
            ("paragraph", f"<p>{EASY}</p>"),
        )
        == []
    )


def test_what_a_block_may_not_go_online_without_blocks_at_its_place():
    indicator = make_indicator()
    make_live(make_release(indicator))
    image = {"image": make_image().pk, "alt": "", "decorative": False, "shape": "whole", "caption": "", "credit": ""}
    found = findings(
        ("heading", {"text": " ", "level": "h2"}),
        ("picture", image),
        ("chart", chart_value(indicator, description="")),
    )
    assert [(finding.block_id, finding.field, finding.is_blocking) for finding in found] == [
        ("b0", "body", True),
        ("b1", "body", True),
        ("b2", "body", True),
    ]


def test_a_part_of_a_part_comes_after_a_part():
    (found,) = said(("heading", {"text": "Détail", "level": "h3"}), ("heading", {"text": "Partie", "level": "h2"}))
    assert found == ("La sous-partie «\u00a0Détail\u00a0» vient avant toute partie.", True)


def test_a_link_to_a_page_that_is_not_online_or_to_a_lost_document_blocks():
    online, draft, document = make_article("En ligne"), make_article("Brouillon", live=False), make_document()
    found = said(
        (
            "paragraph",
            f'<p><a linktype="page" id="{online.pk}">le bilan</a> <a linktype="page" id="{draft.pk}">la suite du bilan'
            f'</a> <a linktype="document" id="{document.pk}">le plan</a> <a linktype="document" id="99">perdu</a></p>',
        ),
        ("call_to_action", {"label": "Voir", "page": draft.pk, "indicator": None, "address": "", "detail": ""}),
    )
    assert [message for message, blocking in found if blocking] == [
        "Le lien «\u00a0la suite du bilan\u00a0» mène à une page qui n’est pas en ligne.",
        "Le document du lien «\u00a0perdu\u00a0» n’existe plus.",
        "Un lien mène à une page qui n’est pas en ligne.",
    ]


def test_links_say_where_they_lead_and_answer():
    LinkCheck.objects.create(address="https://mort.example.org/", is_answering=False, checked_at="2026-01-01T00:00Z")
    found = said(
        ("paragraph", '<p><a href="https://vif.example.org/">Cliquez ici</a></p>'),
        ("paragraph", '<p><a href="https://mort.example.org/">le guide</a></p>'),
        (
            "video_link",
            {"title": "Film", "address": "https://mort.example.org/", "duration": "", "transcript": ""},
        ),
    )
    assert found == [
        ("Lien «\u00a0Cliquez ici\u00a0»\u00a0: dites où il mène.", False),
        ("https://mort.example.org/ ne répond plus.", False),
        ("https://mort.example.org/ ne répond plus.", False),
    ]


def test_words_in_capitals_are_pointed_at_and_acronyms_are_not():
    assert said(("heading", {"text": "NE PAS OUBLIER", "level": "h2"})) != []
    assert said(("paragraph", "<p>La RSE et les ODD à Nantes, selon l’INSEE et l’ADEME.</p>")) == []


def test_long_sentences_are_listed_with_their_number_of_words_and_counted_beyond_five():
    long = " ".join(["mot"] * 31) + "."
    (found,) = said(("paragraph", f"<p>{long}</p>"))
    assert found[0].startswith("Phrase de 31 mots, à couper\u00a0: «\u00a0mot mot")
    assert said(("paragraph", f"<p>{' '.join(['mot'] * 30)}.</p>")) == []
    many = [message for message, _blocking in said(*[("paragraph", f"<p>{long}</p>")] * 7)]
    assert sum(message.startswith("Phrase de") for message in many) == 5
    assert any("2 autres phrases longues." in message for message in many)


def test_a_text_for_specialists_is_said_to_be_hard_in_both_languages():
    assert any("très difficile" in message for message, _ in said(("paragraph", f"<p>{HARD_WORDS * 12}</p>")))
    english = "Organisational operationalisation necessitates interdisciplinary methodological appropriation. " * 20
    found = said(("paragraph", f"<p>{english}</p>"), language="en")
    assert any("difficile" in message for message, _ in found)


def test_the_checks_of_a_page_cost_three_queries_whatever_its_links(django_assert_max_num_queries):
    online = make_article("En ligne")
    links = "".join(
        f'<a linktype="page" id="{online.pk}">lien {n}</a> <a href="https://e.org/{n}">x{n}</a>' for n in range(9)
    )
    page = make_article("Liens", live=False, body=body(("paragraph", f"<p>{links}</p>")))
    with django_assert_max_num_queries(4):
        check_page(page)


def posted(text: str, level: str, action: str) -> dict[str, str]:
    """The form of a new article with one heading, as the editor sends it."""
    return {
        "title": "Essai",
        "slug": "essai",
        "summary": "Résumé",
        "kind": "analyse",
        "axis": "comprendre",
        "body-count": "1",
        "body-0-deleted": "",
        "body-0-order": "0",
        "body-0-type": "heading",
        "body-0-id": "b0",
        "body-0-value-text": text,
        "body-0-value-level": level,
        "corrections-count": "0",
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
        "comments-MIN_NUM_FORMS": "0",
        "comments-MAX_NUM_FORMS": "",
        action: "1",
    }


@pytest.fixture
def editor(client: Client) -> Client:
    client.force_login(make_editor())
    return client


def new_article(client: Client, **fields: str):
    address = f"/cms/pages/add/sdg_pages/articlepage/{article_index().pk}/"
    return client.post(address, posted(**fields))


def test_a_flawed_page_is_kept_as_a_draft_and_refused_at_its_block_when_submitted(editor):
    refused = new_article(editor, text="Détail", level="h3", action="action-submit")
    assert refused.status_code == 200
    assert "vient avant toute partie" in refused.content.decode()
    assert article_index().get_children().filter(slug="essai").count() == 0
    assert new_article(editor, text="Détail", level="h3", action="action-save").status_code == 302


def test_a_careful_page_is_submitted_and_its_warnings_are_told(editor):
    sent = new_article(editor, text="NE PAS OUBLIER", level="h2", action="action-submit")
    assert sent.status_code == 302
    page = article_index().get_children().get(slug="essai")
    assert page.specific.workflow_in_progress
    listing = editor.get(sent.url).content.decode()
    assert "des mots entiers en capitales" in listing


def test_the_editor_shows_the_findings_of_the_draft(editor):
    page = make_article("Brouillon", live=False, body=body(("heading", {"text": "Détail", "level": "h3"})))
    html = editor.get(f"/cms/pages/{page.pk}/edit/").content.decode()
    assert "Relecture du texte" in html
    assert "À corriger avant d’envoyer" in html
    assert "chart-description" in html

"""Images, the document to print and the figure to embed, as other sites and people receive them."""

import io
import re
import struct
from decimal import Decimal

import pytest
from django.core.cache import cache
from django.utils.html import escape
from pypdf import PdfReader

from indicators.models import Source, Territory
from portal.generation import renew_generation
from portal.models import SiteSettings
from tests.factories.indicators import add_rows, make_indicator, make_live, make_release, make_source

pytestmark = pytest.mark.django_db

VALUES = {"2019": "16.0", "2020": "15.1", "2021": "14.0", "2022": "13.2", "2023": "12.5", "2024": "11.8"}
NASTY = 'Écart <b>"#eval(1+1)" & $x$ *gras* `code` \\ @ref [x] 100 %'
MOST_QUERIES = 24


def published(values=None, **fields):
    defaults = {"direction": -1, "measure": "points", "title_fr": "Écart de salaire", "goals": (5, 8)}
    indicator = make_indicator("ecart", **(defaults | fields))
    release = make_release(indicator, VALUES if values is None else values)
    make_live(release)
    return indicator, release


def answer(client, file: str, language: str = "fr", **headers):
    return client.get(f"/{language}/indicateurs/ecart/{file}", headers=headers)


def size_of(response) -> tuple[int, int]:
    content = response.content
    assert content.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", content[16:24])
    return width, height


def read(response) -> PdfReader:
    assert response.headers["Content-Type"] == "application/pdf"
    return PdfReader(io.BytesIO(response.content))


def words(reader: PdfReader) -> str:
    text = " ".join(page.extract_text() for page in reader.pages)
    return " ".join(text.replace("\u00a0", " ").replace("\u202f", " ").split())


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_picture_of_a_shared_link_is_1200_by_630(client, language):
    published()
    response = answer(client, "image.png", language)
    assert response.headers["Content-Type"] == "image/png"
    assert 'filename="ecart-v1.png"' in response.headers["Content-Disposition"]
    assert size_of(response) == (1200, 630)


def test_the_chart_alone_is_drawn_twice_as_large(client):
    published()
    assert size_of(answer(client, "image.png?format=graphique")) == (2400, 1520)


def test_another_format_is_the_picture_of_links(client):
    published()
    assert size_of(answer(client, "image.png?format=svg")) == (1200, 630)


def test_pictures_follow_the_choices_of_the_page(client):
    _indicator, release = published()
    for label, value in (("Femmes", "10.2"), ("Hommes", "13.1")):
        add_rows(release, {"2024": value}, breakdown={"sexe": label})
    lines = answer(client, "image.png").content
    assert answer(client, "image.png?vue=sexe").content != lines
    assert answer(client, "image.png?vue=inconnue").content == lines
    assert answer(client, "image.png?t=ISO3166-1%20alpha-2:FR&periode=%00").status_code == 200


def test_a_former_version_has_its_own_outputs(client):
    indicator, _release = published({"2023": "10"})
    make_live(make_release(indicator, {"2023": "20"}))
    former = answer(client, "versions/1/image.png")
    assert size_of(former) == (1200, 630)
    assert former.content != answer(client, "image.png").content
    assert "10,0 %" in words(read(answer(client, "versions/1/imprimer.pdf")))
    assert answer(client, "versions/1/integration/").status_code == 200
    assert answer(client, "versions/9/image.png").status_code == 404


@pytest.mark.parametrize("file", ["image.png", "image.png?format=graphique", "imprimer.pdf", "integration/"])
def test_an_indicator_without_a_value_still_answers(client, file):
    published({"2024": None})
    assert answer(client, file).status_code == 200


@pytest.mark.parametrize("file", ["image.png", "image.png?format=graphique", "imprimer.pdf", "integration/"])
def test_a_release_without_a_row_still_answers(client, file):
    published({})
    assert answer(client, file).status_code == 200


def test_a_letter_that_no_face_has_does_not_cost_the_document(client):
    published(title_fr="日本 🚲")
    assert len(read(answer(client, "imprimer.pdf")).pages) == 2
    assert size_of(answer(client, "image.png")) == (1200, 630)


@pytest.mark.parametrize("file", ["image.png", "imprimer.pdf", "integration/"])
def test_what_is_not_published_is_not_found(client, file):
    make_release(make_indicator("ecart", live=False))
    assert answer(client, file).status_code == 404


def test_the_document_is_two_tagged_pages_in_the_language_of_its_address(client):
    published(target_value=Decimal(8), target_year=2030)
    reader = read(answer(client, "imprimer.pdf"))
    root = reader.trailer["/Root"]
    assert len(reader.pages) == 2
    assert root["/Lang"] == "fr"
    assert root["/MarkInfo"]["/Marked"]
    assert reader.metadata.title == "Écart de salaire"
    english = read(answer(client, "imprimer.pdf", "en"))
    assert english.trailer["/Root"]["/Lang"] == "en"
    assert english.metadata.title == "Indicator ecart"


def test_the_document_says_the_figure_and_what_it_rests_on(client):
    _indicator, release = published(target_value=Decimal(8), target_year=2030, limits_fr="À lire avec soin.")
    add_rows(release, {"2024": "10.2"}, breakdown={"sexe": "Femmes"})
    add_rows(release, {"2024": "13.1"}, breakdown={"sexe": "Hommes"})
    add_rows(release, {"2024": None}, breakdown={"sexe": "Non déclaré"}, status="withheld")
    text = words(read(answer(client, "imprimer.pdf")))
    assert "Nantes Métropole : 11,8 % en 2024." in text
    assert "S’améliore nettement" in text
    assert "Objectif 2030 : 8 %" in text
    assert "Par sexe" in text
    assert "10,2 %" in text
    assert "Non déclaré secret statistique" in text
    assert "Source : Producteur, Jeu source. Licence Ouverte 2.0." in text
    assert "À lire avec soin." in text
    assert "http://127.0.0.1:8000/fr/indicateurs/ecart/versions/1/" in text
    assert "1 / 2" in text
    assert "2 / 2" in text


def test_what_people_typed_is_never_read_as_markup(client):
    published(title_fr=NASTY, sentence_fr=f"{NASTY} {{valeur}}", limits_fr=NASTY)
    text = words(read(answer(client, "imprimer.pdf")))
    assert '"#eval(1+1)" & $x$ *gras* `code` \\ @ref [x] 100 %' in text
    assert size_of(answer(client, "image.png")) == (1200, 630)
    assert "<b>" not in answer(client, "integration/").content.decode()


@pytest.mark.parametrize("file", ["image.png", "imprimer.pdf", "integration/"])
def test_outputs_are_revalidated_and_renewed_by_a_publication(client, file):
    published()
    first = answer(client, file)
    assert first.headers["Cache-Control"] == "public, no-cache"
    again = answer(client, file, **{"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304
    assert again.headers["ETag"] == first.headers["ETag"]
    renew_generation()
    assert answer(client, file, **{"If-None-Match": first.headers["ETag"]}).status_code == 200


@pytest.mark.parametrize("file", ["image.png", "imprimer.pdf"])
def test_a_file_without_choices_is_made_once(client, file, django_assert_num_queries):
    published()
    answer(client, file)
    with django_assert_num_queries(1):
        answer(client, file)


@pytest.mark.parametrize("file", ["image.png", "imprimer.pdf", "integration/"])
def test_making_a_file_costs_a_bounded_number_of_queries(client, file, django_assert_max_num_queries):
    _indicator, release = published()
    for name in ("sexe", "âge", "diplôme", "secteur", "contrat", "taille"):
        for label in ("a", "b", "c"):
            add_rows(release, VALUES, breakdown={name: label})
    cache.clear()
    with django_assert_max_num_queries(MOST_QUERIES):
        answer(client, file)


def test_only_the_figure_to_embed_may_stand_in_another_site(client):
    published()
    embed, page = answer(client, "integration/"), answer(client, "")
    assert "X-Frame-Options" not in embed.headers
    assert "frame-ancestors *" in embed.headers["Content-Security-Policy"]
    for other in (page, answer(client, "image.png")):
        assert other.headers["X-Frame-Options"] == "SAMEORIGIN"
        assert "frame-ancestors 'self'" in other.headers["Content-Security-Policy"]
    known = answer(client, "integration/", **{"If-None-Match": embed.headers["ETag"]})
    assert known.status_code == 304
    assert "X-Frame-Options" not in known.headers


def test_the_figure_to_embed_is_light_and_leads_back(client):
    published()
    response = answer(client, "integration/?vue=temps&t=ISO3166-1%20alpha-2:FR")
    html = response.content.decode()
    assert not response.cookies
    assert '<meta name="robots" content="noindex">' in html
    assert '<link rel="canonical" href="http://127.0.0.1:8000/fr/indicateurs/ecart/">' in html
    assert "<script" not in html
    assert "<nav" not in html
    assert "<mark>11,8\u00a0%</mark>" in html
    back = "http://127.0.0.1:8000/fr/indicateurs/ecart/?vue=temps&t=ISO3166-1+alpha-2%3AFR"
    assert f'href="{escape(back)}"' in html
    assert len(response.content) < 15_000


def test_the_page_offers_every_output_with_its_choices(client):
    published()
    add_rows_of_country()
    html = answer(client, "?vue=temps&t=ISO3166-1%20alpha-2:FR").content.decode()
    query = "?vue=temps&amp;t=ISO3166-1+alpha-2%3AFR"
    assert f'href="/fr/indicateurs/ecart/image.png{query}&amp;format=graphique"' in html
    assert f'href="/fr/indicateurs/ecart/imprimer.pdf{query}"' in html
    assert escape(f'<iframe src="http://127.0.0.1:8000/fr/indicateurs/ecart/integration/{query}"') in html
    assert "@misc{ecart-v1," in html


def add_rows_of_country() -> None:
    country = Territory.objects.get(scheme="ISO3166-1 alpha-2", code="FR")
    release = Source.objects.get().indicators.get().publication.release
    add_rows(release, {"2024": "13.0"}, territory=country)


def test_shared_links_have_a_picture_with_its_size_and_its_words(client):
    published()
    html = answer(client, "").content.decode()
    assert '<meta property="og:image" content="http://127.0.0.1:8000/fr/indicateurs/ecart/image.png">' in html
    assert '<meta property="og:image:width" content="1200">' in html
    assert '<meta property="og:image:height" content="630">' in html
    assert '<meta property="og:image:alt" content="Écart de salaire.' in html
    assert '<meta name="twitter:card" content="summary_large_image">' in html


@pytest.mark.parametrize("file", ["image.png", "imprimer.pdf", "donnees.csv", "donnees.xlsx", "donnees.json"])
def test_figures_that_may_not_be_passed_on_do_not_leave_their_page(client, file):
    published(source=make_source("ferme", producer="Tiers", is_redistributable=False))
    response = answer(client, file)
    assert response.status_code == 404


def test_outputs_carry_the_names_that_the_site_gave_itself(client):
    published()
    before = answer(client, "image.png").content
    SiteSettings.objects.update_or_create(
        pk=1, defaults={"site_name_fr": "Boussole", "territory_name_fr": "Val", "accent_light": "#5b2a86"}
    )
    renew_generation()
    assert answer(client, "image.png").content != before
    assert "Boussole Val" in words(read(answer(client, "imprimer.pdf")))
    assert "Écart de salaire, Boussole" in answer(client, "").content.decode()


def test_the_page_then_leads_to_the_producer(client):
    published(source=make_source("ferme", producer="Tiers", url="https://tiers.example/", is_redistributable=False))
    for file in ("", "integration/"):
        html = answer(client, file).content.decode()
        assert "ne permet pas de redistribuer ses chiffres" in html
        assert 'href="https://tiers.example/"' in html
        assert not re.search(r"/indicateurs/[^\"]*image\.png", html)
        assert "donnees.csv" not in html
    assert "plot-lines" not in answer(client, "integration/").content.decode()
    assert answer(client, "metadonnees.json").status_code == 200

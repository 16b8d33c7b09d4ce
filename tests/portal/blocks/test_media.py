"""Images with words, files with their weight, videos that load nothing."""

import re

import pytest
from django.test import Client

from portal.light_images import HEAVIEST
from sdg_pages.blocks import BodyBlock
from tests.factories.blocks import refusals, rendered
from tests.factories.files import make_document, make_image
from tests.factories.indicators import make_user

pytestmark = [
    pytest.mark.django_db,
    # Wagtail leaves the temporary file of a rendition to the garbage collector.
    pytest.mark.filterwarnings("ignore:Unclosed file:ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]


def picture(image, **fields):
    empty = {"alt": "", "decorative": False, "shape": "whole", "caption": "", "credit": ""}
    return {"image": image.pk} | empty | fields


def test_an_image_has_words_or_is_decorative_on_purpose():
    image = make_image()
    assert "Écrivez ce que l’image montre" in refusals("picture", picture(image))[0]
    assert refusals("picture", picture(image), draft=True) == []
    assert refusals("picture", picture(image, alt="Un parking éclairé")) == []
    assert refusals("picture", picture(image, decorative=True)) == []
    assert "Choisissez" in refusals("picture", picture(image, alt="Un parking", decorative=True))[0]


def test_an_image_is_lazy_and_keeps_its_place():
    html = rendered(("picture", picture(make_image(), alt="Un parking", caption="Une légende", credit="Moi")))
    assert 'type="image/avif"' in html
    assert 'loading="lazy"' in html
    assert 'width="720" height="450"' in html
    assert 'alt="Un parking"' in html
    assert "Une légende" in html
    assert "Crédit\u00a0: Moi" in html


def test_no_photo_weighs_more_than_its_share_even_one_that_compresses_badly():
    image = make_image(noise=True)
    html = rendered(("picture", picture(image, alt="Du bruit")))
    names = {address.rpartition("/")[2] for address in re.findall(r"/media/images/[^ \",]+", html)}
    shown = [one for one in image.renditions.all() if one.file.name.rpartition("/")[2] in names]
    assert len(shown) == len(names) >= 2
    assert all(one.file.size <= HEAVIEST for one in shown)


def test_a_landscape_is_cut_around_the_focal_point():
    html = rendered(("picture", picture(make_image(), alt="x", shape="landscape")))
    assert 'width="720" height="405"' in html
    assert "fill-720x405" in html


def test_a_decorative_image_is_silent():
    assert 'alt=""' in rendered(("picture", picture(make_image(), alt="Oubliée", decorative=True)))


def test_a_lost_image_shows_nothing():
    image = make_image()
    image.file.storage.delete(image.file.name)
    assert rendered(("picture", picture(image, alt="x"))).strip() == ""
    assert rendered(("picture", picture(image, alt="x") | {"image": None})).strip() == ""


def test_the_images_of_a_page_are_read_in_two_queries(django_assert_max_num_queries):
    images = [make_image(f"photo{rank}") for rank in range(3)]
    blocks = [("picture", picture(image, alt="x")) for image in images]
    rendered(*blocks)
    with django_assert_max_num_queries(2):
        rendered(*blocks)


def test_a_file_prints_its_format_and_its_weight():
    html = rendered(("file", {"title": "Plan", "document": make_document().pk, "description": "Modèle"}))
    assert "(PDF, 230\u00a0Ko)" in html
    assert "Modèle" in html


def test_a_video_is_a_plain_link_to_the_web():
    value = {"title": "Film", "address": "https://video.example.org/1", "duration": "3 min", "transcript": "Bonjour."}
    html = rendered(("video_link", value))
    assert 'href="https://video.example.org/1"' in html
    assert "Vidéo, 3\u00a0min, sur video.example.org" in html or "Vidéo, 3 min, sur video.example.org" in html
    assert "<iframe" not in html
    assert "Lire la transcription" in html
    for address in ("ftp://example.org/film", "javascript:alert(1)"):
        assert refusals("video_link", value | {"address": address}) != []


def test_images_are_served_and_nothing_else_of_the_uploads(client: Client):
    html = rendered(("picture", picture(make_image(), alt="x")))
    address = re.search(r'src="([^"]+)"', html)[1]
    response = client.get(address)
    assert response.status_code == 200
    assert response["Content-Type"] == "image/webp"
    assert "immutable" in response["Cache-Control"]
    assert b"".join(response.streaming_content).startswith(b"RIFF")
    for refused in (
        "/media/private/x.csv",
        "/media/documents/plan.pdf",
        "/media/images/../private/x",
        "/media/images/",
    ):
        assert client.get(refused).status_code == 404


def test_the_original_of_an_image_is_for_the_team_only(client: Client):
    address = f"/media/{make_image().file.name}"
    assert client.get(address).status_code == 404
    client.force_login(make_user(groups=("Rédaction",)))
    response = client.get(address)
    assert (response.status_code, response["Cache-Control"]) == (200, "private, no-cache")
    assert b"".join(response.streaming_content)


def test_previews_show_what_the_library_holds():
    blocks = BodyBlock().child_blocks
    image, document = make_image(), make_document("Un plan de trajets")
    assert blocks["picture"].get_preview_value()["image"] == image
    assert blocks["file"].get_preview_value()["document"] == document
    assert "Un plan de trajets" in blocks["file"].render(blocks["file"].get_preview_value())


def test_the_preview_of_a_table_has_headings_and_numbers():
    block = BodyBlock().child_blocks["table"]
    html = block.render(block.get_preview_value())
    assert "Personnes" in html
    assert "12" in html

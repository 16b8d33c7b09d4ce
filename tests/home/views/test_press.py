"""The pictures of the press kit: made here, the same for everybody, with the names of this site."""

import pytest
from django.test import Client
from django.utils import translation

from home.press_pictures import mark, site_picture
from portal.branding import Branding

pytestmark = pytest.mark.django_db

PNG = b"\x89PNG\r\n"
CITY = Branding(site_name="Observatoire <de> Brumeval", territory_name="Brumeval", territory_short_name="Brumeval")


def size_of(content: bytes) -> tuple[int, int]:
    """Width and height as the header of a PNG says them."""
    return int.from_bytes(content[16:20], "big"), int.from_bytes(content[20:24], "big")


def test_the_mark_is_a_drawing_without_text() -> None:
    assert mark().startswith("<svg ")
    assert "<text" not in mark()


def test_the_picture_names_the_site_and_the_territory_escaped() -> None:
    with translation.override("fr"):
        drawing = site_picture(CITY)
    assert "Observatoire &lt;de&gt; Brumeval" in drawing
    assert "Où en est Brumeval dans les 17 objectifs" in drawing


@pytest.mark.parametrize(("name", "size"), [("signe.png", (1080, 1080)), ("image.png", (1200, 630))])
def test_pictures_have_the_size_that_the_page_says(client: Client, name: str, size: tuple[int, int]) -> None:
    response = client.get(f"/fr/presse/{name}")
    assert response.status_code == 200
    assert response["Content-Type"] == "image/png"
    assert not response.cookies
    assert response.content.startswith(PNG)
    assert size_of(response.content) == size


def test_the_picture_is_light_enough_for_a_page_that_shows_it(client: Client) -> None:
    assert len(client.get("/fr/presse/image.png").content) < 30_000


def test_the_mark_downloads_as_a_drawing(client: Client) -> None:
    response = client.get("/en/presse/signe.svg")
    assert response["Content-Type"] == "image/svg+xml"
    assert "observatory-signe.svg" in response["Content-Disposition"]


def test_a_page_without_a_picture_of_its_own_is_shared_with_that_of_the_site(client: Client) -> None:
    assert '/fr/presse/image.png">' in client.get("/fr/methode/").content.decode()

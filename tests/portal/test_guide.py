"""The editor's guide in the administration."""

import re

import pytest
from django.test import Client

from portal.guide import PICTURES, SOURCE
from tests.factories.pages import make_editor

pytestmark = pytest.mark.django_db


def test_an_editor_reads_the_guide_and_sees_its_pictures(client: Client) -> None:
    client.force_login(make_editor())
    html = client.get("/cms/guide/").content.decode()
    assert "Écrire un article en dix minutes" in html
    assert "{chiffre:taux-chomage}" in html
    assert "**" not in html
    assert client.get("/cms/guide/blocs.png").status_code == 200
    assert client.get("/cms/guide/rien.png").status_code == 404
    assert "/cms/guide/" in client.get("/cms/").content.decode()


def test_the_guide_is_for_people_who_signed_in(client: Client) -> None:
    assert client.get("/cms/guide/").status_code == 302


def test_every_picture_of_the_guide_exists_and_is_light() -> None:
    named = set(re.findall(r"images/guide/([a-z-]+\.png)", SOURCE.read_text()))
    kept = {picture.name: picture.stat().st_size for picture in PICTURES.glob("*.png")}
    assert named <= set(kept)
    assert max(kept.values()) <= 120 * 1024

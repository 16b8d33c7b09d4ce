"""The sign-in screen of the administration."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


def test_the_sign_in_screen_names_the_site_and_speaks_french(client: Client, settings) -> None:
    html = client.get("/cms/login/").content.decode()
    assert f"Entrer dans {settings.SITE_NAME}" in html
    assert "Mot de passe" in html
    assert "Password" not in html

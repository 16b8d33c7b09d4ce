"""The demo says who stands behind it, without writing over what the team wrote."""

import pytest
from django.test import Client

from home.demo.identity import TEXTS, load_identity, remove_identity
from portal.models import SiteSettings

pytestmark = pytest.mark.django_db


def test_the_foot_of_the_demo_names_its_partners_and_its_address() -> None:
    assert load_identity() == len(TEXTS)
    assert load_identity() == 0
    foot = Client().get("/fr/").content.decode().partition("<footer")[2]
    assert "Urbact (projet Cities4CSR)" in foot
    assert f"mailto:{TEXTS['contact_email']}" in foot
    assert "European Regional Development Fund" in Client().get("/en/").content.decode()


def test_removal_leaves_no_row_behind() -> None:
    load_identity()
    assert remove_identity() == len(TEXTS)
    assert not SiteSettings.objects.exists()
    assert remove_identity() == 0


def test_what_the_team_wrote_is_neither_replaced_nor_removed() -> None:
    SiteSettings.objects.create(site_name_fr="Observatoire de Brumeval", contact_email="bonjour@brumeval.example")
    assert load_identity() == 2
    assert remove_identity() == 2
    row = SiteSettings.objects.get()
    assert (row.site_name_fr, row.contact_email) == ("Observatoire de Brumeval", "bonjour@brumeval.example")
    assert row.partners_fr == ""

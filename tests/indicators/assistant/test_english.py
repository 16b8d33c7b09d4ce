"""The import, read in English by a person who asked for English."""

from collections.abc import Callable

from django.test import Client
from wagtail.users.models import UserProfile

from indicators.models import Release
from portal.models import User
from tests.indicators.assistant.conftest import address, drop, rows
from tests.languages import still_french

Publish = Callable[..., Release]
OF_THE_FILE = {"sexe"}
LATER = {("76", 2022, "T"): "56,0", ("28", 2024, "H"): "4,9,2", ("53", 2023, "F"): "x"}


def in_english(*people: User) -> None:
    for person in people:
        UserProfile.objects.update_or_create(user=person, defaults={"preferred_language": "en"})


def test_every_screen_of_the_import_speaks_english(officer: User, officer_client: Client, published: Publish) -> None:
    release = published()
    in_english(officer)
    screens = [drop(officer_client, rows(last=2025, changes=LATER), indicator=release.indicator)]
    screens += [drop(officer_client, rows(first=2020), indicator=release.indicator, name="encore.csv")]
    screens += [officer_client.get(address("comparing")), officer_client.get(address("release", release))]
    for screen in screens:
        assert screen.status_code == 200
        assert still_french(screen.content.decode()) - OF_THE_FILE == set()


def test_the_refusal_of_a_file_speaks_english(officer: User, officer_client: Client) -> None:
    in_english(officer)
    page = drop(officer_client, "<html><body>Erreur</body></html>", name="page.csv").content.decode()
    assert "This file was not read" in page
    assert still_french(page) == set()


def test_the_rows_taken_away_have_english_heads(officer: User, officer_client: Client, published: Publish) -> None:
    release = published()
    in_english(officer)
    drop(officer_client, rows(changes={("76", 2022, "T"): "56,0"}), indicator=release.indicator)
    answer = officer_client.get(address("rows"), {"lignes": "revised"})
    lines = b"".join(answer.streaming_content).decode("utf-8-sig").splitlines()
    assert lines[0] == "territory;code;period;breakdown;online;proposed;difference;status"

"""A data officer, a reviewer, and the trip of a small file written for these tests."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from indicators.assistant.readings import forget_readings
from indicators.models import Indicator, Release, Upload
from portal.models import User
from tests.factories.indicators import make_department, make_user

HEAD = "region;libelle;annee;sexe;jours\n"
NAMES = {"52": "Pays de la Loire", "53": "Bretagne", "28": "Normandie", "44": "Grand Est", "76": "Occitanie"}
SHEET = {
    "sheet-title_fr": "Jours de formation",
    "sheet-title_en": "Training days",
    "sheet-unit_fr": "jours",
    "sheet-direction": "1",
    "sheet-producer": "Observatoire",
    "sheet-source_name": "Tableau d’essai",
    "sheet-licence": "Licence Ouverte 2.0",
    "sheet-goals": ["8"],
}


def rows(first: int = 2019, last: int = 2024, changes: dict[tuple[str, int, str], str] | None = None) -> str:
    """Five regions, by sex; `changes` replaces cells by (region, year, sex)."""
    lines = []
    for rank, (code, name) in enumerate(NAMES.items()):
        for year in range(first, last + 1):
            for shift, sex in enumerate("TFH"):
                value = f"{4 + rank / 10 + shift / 10 + (year - 2019) / 10:.1f}".replace(".", ",")
                value = (changes or {}).get((code, year, sex), value)
                if value != "-absent-":
                    lines.append(f"{code};{name};{year};{sex};{value}")
    return HEAD + "\n".join(lines) + "\n"


@pytest.fixture(autouse=True)
def _nothing_remembered() -> Iterator[None]:
    """No test finds the reading of another."""
    forget_readings()
    yield
    forget_readings()


@pytest.fixture
def officer(db: None) -> User:
    """A data officer of the employment department."""
    return make_user("donnees@example.org", groups=("Données",), departments=[make_department("emploi")])


@pytest.fixture
def reviewer(db: None) -> User:
    """Somebody who reviews the figures of that department."""
    return make_user("relecture@example.org", groups=("Relecture",), departments=[make_department("emploi")])


@pytest.fixture
def officer_client(officer: User) -> Client:
    return signed_in(officer)


@pytest.fixture
def reviewer_client(reviewer: User) -> Client:
    return signed_in(reviewer)


def signed_in(user: User) -> Client:
    """A browser of this person."""
    client = Client()
    client.force_login(user)
    return client


def drop(client: Client, text: str, *, indicator: Indicator | None = None, name: str = "jours.csv") -> HttpResponse:
    """Drop a file; follows to the page that the person sees."""
    data: dict[str, Any] = {"file": SimpleUploadedFile(name, text.encode())}
    if indicator:
        data["indicator"] = indicator.code
    return client.post(reverse("assistant:deposit"), data, follow=True)


def last_upload() -> Upload:
    return Upload.objects.latest("pk")


def address(name: str, row: Upload | Release | None = None) -> str:
    return reverse(f"assistant:{name}", args=[(row or last_upload()).pk])


def answer(client: Client, action: str = "preview", **data: Any) -> HttpResponse:
    """Send screen 2 with these fields (`r-…`, `p1`, `sheet-…`)."""
    if "sheet-title_fr" in data:
        data = {"sheet-department": str(make_department("emploi").pk), **data}
    return client.post(address("reading"), {"action": action, **data}, follow=True)


@pytest.fixture
def published(officer_client: Client, reviewer_client: Client) -> Callable[..., Release]:
    """Import a file for a new indicator and have it approved."""

    def publish(text: str | None = None) -> Release:
        drop(officer_client, text or rows())
        page = answer(officer_client, "compare", **SHEET, recipe_asked="1", recipe_keep="1", recipe_name="Essai")
        assert page.status_code == 200, page.content.decode()
        sent = officer_client.post(address("comparing"), {"action": "submit", "when": "now"}, follow=True)
        release = Release.objects.latest("pk")
        assert sent.redirect_chain[-1][0] == address("release", release)
        decided = {"decision": "approve", "when": "now", "compared_with": ""}
        assert reviewer_client.post(address("release", release), decided, follow=True).status_code == 200
        release.refresh_from_db()
        return release

    return publish

"""Screen 1: who may drop a file, what is refused, what is known already."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from indicators.models import Release, Upload
from portal.models import User
from tests.factories.indicators import make_department, make_indicator, make_user
from tests.indicators.assistant.conftest import address, drop, last_upload, rows, signed_in

pytestmark = pytest.mark.django_db


def test_a_visitor_is_asked_to_sign_in_and_comes_back_to_the_same_place() -> None:
    answer = Client().get("/cms/chiffres/importer/7/lecture/")
    assert answer.status_code == 302
    assert answer.url == "/cms/login/?next=/cms/chiffres/importer/7/lecture/"


@pytest.mark.parametrize("groups", [("Rédaction",), ("Relecture",)])
def test_people_who_import_nothing_stay_out(groups: tuple[str, ...]) -> None:
    user = make_user(groups=groups, departments=[make_department("emploi")])
    assert signed_in(user).get(reverse("assistant:deposit")).status_code != 200


def test_the_menu_leads_to_the_import_for_those_who_import(officer_client: Client) -> None:
    assert "Importer un fichier" in officer_client.get(reverse("wagtailadmin_home")).content.decode()


def test_an_indicator_of_ones_department_is_chosen_by_the_address(officer_client: Client) -> None:
    make_indicator("emploi", department=make_department("emploi"))
    page = officer_client.get(reverse("assistant:deposit"), {"indicateur": "emploi"}).content.decode()
    assert "Ce que vous mettez à jour" in page
    assert "Indicateur emploi" in page


def test_an_indicator_of_another_department_cannot_be_chosen(officer_client: Client) -> None:
    other = make_indicator("autre", department=make_department("ailleurs"))
    page = officer_client.get(reverse("assistant:deposit"), {"indicateur": "autre"}).content.decode()
    assert "Indicateur autre" not in page
    answer = drop(officer_client, rows(), indicator=other)
    assert answer.status_code == 422
    assert not Upload.objects.exists()


def test_sending_nothing_says_what_is_missing(officer_client: Client) -> None:
    answer = officer_client.post(reverse("assistant:deposit"), {})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Choisissez un fichier." in page
    assert "<title>Erreur\u00a0: Importer un fichier" in page


@pytest.mark.parametrize(
    ("name", "text"), [("rapport.pdf", "%PDF-1.4 rien"), ("liste.csv", "code;nom\n52;Pays de la Loire\n53;Bretagne\n")]
)
def test_a_refused_file_says_why_and_what_to_do_and_stores_no_figure(
    officer_client: Client, name: str, text: str
) -> None:
    answer = drop(officer_client, text, name=name)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Ce fichier n’a pas été lu" in page
    assert name in page
    assert "Que faire" in page
    assert '<details class="why" id="autres" open>' in page
    assert not Release.objects.exists()


def test_the_same_file_again_changes_nothing(officer_client: Client, published: Callable[..., Release]) -> None:
    release = published()
    page = drop(officer_client, rows(), indicator=release.indicator).content.decode()
    assert "Ce fichier est déjà importé, rien ne change" in page
    assert address("release", release) in page
    assert Upload.objects.count() == 1


def test_a_file_left_for_later_is_found_again(officer_client: Client) -> None:
    drop(officer_client, rows())
    officer_client.post(address("reading"), {"action": "later"})
    page = officer_client.get(reverse("assistant:deposit")).content.decode()
    assert "À reprendre" in page
    assert address("reading") in page


def test_a_draft_is_seen_by_its_department_only(officer_client: Client, officer: User) -> None:
    indicator = make_indicator("emploi", department=make_department("emploi"))
    drop(officer_client, rows(), indicator=indicator)
    colleague = make_user(groups=("Données",), departments=[make_department("emploi")])
    stranger = make_user(groups=("Données",), departments=[make_department("ailleurs")])
    for name in ("reading", "comparing", "progress", "read"):
        assert signed_in(stranger).get(address(name)).status_code == 404
    assert signed_in(colleague).get(address("reading")).status_code == 200
    assert last_upload().uploaded_by == officer


def test_a_file_beyond_the_limit_is_refused_before_it_is_read(
    officer_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("indicators.assistant.forms.MAX_BYTES", 100)
    answer = drop(officer_client, rows())
    assert answer.status_code == 422
    assert "200 Mo" in answer.content.decode()
    assert not Upload.objects.exists()

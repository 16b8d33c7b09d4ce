"""The identity of the site: names, colours, pictures and foot are settings, so that another city can use it as is."""

import pytest
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.test import Client, RequestFactory
from django.urls import reverse
from django.views.defaults import server_error
from wagtail.models import ModelLogEntry

from portal.accent import DEFAULT_DARK, DEFAULT_LIGHT, accent_sheet
from portal.branding import branding
from portal.contrast import contrast
from portal.generation import current_generation
from portal.models import SiteSettings
from tests.factories.files import make_image
from tests.factories.indicators import make_user

pytestmark = pytest.mark.django_db
leaves_a_file = pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")
"""Wagtail leaves the temporary file of a new rendition to the garbage collector."""

OTHER_CITY = {
    "site_name_fr": "Observatoire de Brumeval",
    "site_name_en": "Brumeval Observatory",
    "tagline_fr": "Les chiffres de Brumeval, comparés et expliqués à tous ses habitants.",
    "territory_name_fr": "Brumeval Agglomération",
    "territory_name_en": "Greater Brumeval",
    "footer_title_fr": "Un service de Brumeval",
    "footer_text_fr": "Des chiffres publics.",
    "partners_fr": "Avec la chambre de commerce.",
    "contact_email": "bonjour@brumeval.example",
}


def make_settings(**fields: object) -> SiteSettings:
    """The settings of another city."""
    return SiteSettings.objects.create(**(OTHER_CITY | fields))


def test_without_settings_the_installation_names_the_site(settings) -> None:
    settings.SITE_NAME, settings.TERRITORY_NAME = "Observatoire d’essai", "Val d’essai"
    found = branding("fr")
    assert (found.site_name, found.territory_name, found.territory_short_name) == (
        "Observatoire d’essai",
        "Val d’essai",
        "Val d’essai",
    )
    assert found.colours_address == ""


def test_english_names_fall_back_on_the_french_ones() -> None:
    make_settings(site_name_en="", territory_name_en="")
    assert branding("en").site_name == "Observatoire de Brumeval"
    assert branding("en").territory_name == "Brumeval Agglomération"


@pytest.mark.parametrize("address", ["/fr/", "/en/", "/fr/indicateurs/", "/fr/nulle-part/", "/en/nowhere/"])
def test_another_city_never_reads_the_name_of_the_first_one(client: Client, address: str) -> None:
    make_settings()
    page = client.get(address).content.decode()
    assert "Brumeval" in page
    assert "Nantes" not in page


def test_the_page_of_a_server_error_names_no_other_city(rf: RequestFactory) -> None:
    make_settings()
    assert "Nantes" not in server_error(rf.get("/fr/")).content.decode()


def test_the_foot_says_who_runs_the_site_and_how_to_reach_them(client: Client) -> None:
    make_settings()
    foot = client.get("/fr/").content.decode().partition("<footer")[2]
    for text in ("Un service de Brumeval", "Avec la chambre de commerce.", "mailto:bonjour@brumeval.example"):
        assert text in foot


def test_a_change_shows_at_once(client: Client) -> None:
    row, before = make_settings(), current_generation()
    client.get("/fr/")
    row.site_name_fr = "Observatoire du Haut-Brumeval"
    row.save()
    assert current_generation() == before + 1
    assert "Observatoire du Haut-Brumeval" in client.get("/fr/").content.decode()


def test_the_identity_costs_no_query_once_it_was_read_for_a_generation(django_assert_num_queries) -> None:
    make_settings()
    generation = current_generation()
    branding("fr", generation)
    with django_assert_num_queries(0):
        assert branding("fr", generation).site_name == "Observatoire de Brumeval"


def test_a_colour_that_cannot_be_read_is_refused_in_words() -> None:
    row = SiteSettings(accent_light="#ffcc00", accent_dark="#333333")
    with pytest.raises(ValidationError) as refused:
        row.full_clean()
    assert "se lit mal" in str(refused.value.message_dict["accent_light"])
    assert "4,5" in str(refused.value.message_dict["accent_dark"])


@pytest.mark.parametrize("text", ["rouge", "#12345", "#12345g", "red;}*{display:none"[:7]])
def test_what_is_no_colour_is_refused(text: str) -> None:
    with pytest.raises(ValidationError):
        SiteSettings(accent_light=text).full_clean()


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == 21
    assert round(contrast("#0b57c2", "#ffffff"), 1) == 6.7


def test_default_colours_ask_for_no_sheet(client: Client) -> None:
    make_settings(accent_light=DEFAULT_LIGHT.upper(), accent_dark=DEFAULT_DARK)
    assert "couleurs-" not in client.get("/fr/").content.decode()


def test_other_colours_come_in_a_sheet_kept_for_ever(client: Client) -> None:
    make_settings(accent_light="#8a1c5c", accent_dark="#ff9ad1")
    address = branding("fr").colours_address
    assert f'<link rel="stylesheet" href="{address}">' in client.get("/fr/").content.decode()
    sheet = client.get(address)
    assert sheet.headers["Content-Type"] == "text/css"
    assert "immutable" in sheet.headers["Cache-Control"]
    assert "light-dark(#8a1c5c, #ff9ad1)" in sheet.content.decode()


def test_a_former_address_of_the_sheet_gives_the_colours_of_today_and_is_not_kept(client: Client) -> None:
    make_settings(accent_light="#8a1c5c")
    former = client.get(reverse("colours", args=["0123456789"]))
    assert "#8a1c5c" in former.content.decode()
    assert former.headers["Cache-Control"] == "public, no-cache"


def test_text_on_the_accent_is_the_more_legible_of_two() -> None:
    sheet = accent_sheet("#0b57c2", "#84b6ff")
    assert "--on-loire: light-dark(#ffffff, #0c1b22)" in sheet


@leaves_a_file
def test_a_light_logo_travels_in_the_page(client: Client) -> None:
    make_settings(logo=make_image("Logo", size=(300, 100)))
    page = client.get("/fr/").content.decode()
    assert '<img src="data:image/webp;base64,' in page
    assert 'height="38" alt="">' in page


@leaves_a_file
def test_the_social_image_is_told_with_the_host(client: Client) -> None:
    make_settings(social_image=make_image("Partage", size=(1200, 630)))
    page = client.get("/fr/").content.decode()
    assert '<meta property="og:image" content="http' in page


@leaves_a_file
def test_a_lost_picture_leaves_the_mark_of_the_site(client: Client) -> None:
    logo = make_image("Logo", size=(300, 100))
    make_settings(logo=logo)
    logo.file.storage.delete(logo.file.name)
    cache.clear()
    assert client.get("/fr/").status_code == 200


def edit_address(client: Client) -> str:
    return client.get(reverse("wagtailsettings:edit", args=["portal", "sitesettings"])).headers.get("Location", "")


def test_the_platform_team_edits_the_identity_and_the_log_says_so(client: Client) -> None:
    client.force_login(make_user(groups=("Plateforme",)))
    address = edit_address(client)
    assert client.get(address).status_code == 200
    form = OTHER_CITY | {"accent_light": DEFAULT_LIGHT, "accent_dark": DEFAULT_DARK}
    names = [field.name for field in SiteSettings._meta.get_fields() if getattr(field, "editable", False)]
    client.post(address, {name: form.get(name, "") for name in names})
    assert SiteSettings.objects.get().site_name_fr == "Observatoire de Brumeval"
    assert ModelLogEntry.objects.filter(action="wagtail.edit", content_type__model="sitesettings").exists()


@pytest.mark.parametrize("group", ["Données", "Rédaction", "Relecture"])
def test_nobody_else_edits_the_identity(client: Client, group: str) -> None:
    row = make_settings()
    client.force_login(make_user(groups=(group,)))
    response = client.get(reverse("wagtailsettings:edit", args=["portal", "sitesettings", row.pk]))
    assert response.status_code == 302
    assert response.headers["Location"] == reverse("wagtailadmin_home")

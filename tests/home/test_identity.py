"""The texts of a site carry its names: they come from its settings, escaped, and nothing else is filled."""

from django.utils import translation

from home.identity import with_identity
from portal.branding import Branding

CITY = Branding(
    site_name="Observatoire de Brumeval",
    territory_name="Brumeval",
    territory_short_name="Brumeval",
    contact_email="ecrire@brumeval.example",
    organisation_name="Ville <b>de</b> Brumeval",
    organisation_address="1 rue Haute\n00000 Brumeval",
)


def test_names_are_filled() -> None:
    assert with_identity("<p>À {territoire}, {site}.</p>", CITY) == "<p>À Brumeval, Observatoire de Brumeval.</p>"


def test_settings_are_escaped_and_keep_their_lines() -> None:
    assert with_identity("{organisme}", CITY) == "Ville &lt;b&gt;de&lt;/b&gt; Brumeval"
    assert with_identity("{adresse}", CITY) == "1 rue Haute<br>00000 Brumeval"


def test_an_address_of_the_site_follows_the_language() -> None:
    with translation.override("en"):
        assert with_identity('<a href="{/glossaire}">', CITY) == '<a href="/en/glossaire/">'
    with translation.override("fr"):
        assert with_identity("{/odd/5}", CITY) == "/fr/odd/5/"


def test_what_is_not_a_place_stays_as_it_is_written() -> None:
    assert with_identity("{inconnu} {} {taux:x} { territoire }", CITY) == "{inconnu} {} {taux:x} { territoire }"


def test_what_the_settings_leave_empty_is_said() -> None:
    with translation.override("fr"):
        assert "non renseigné" in with_identity("{hébergeur}", CITY)
        assert "non renseigné" in with_identity("{directeur}", CITY)

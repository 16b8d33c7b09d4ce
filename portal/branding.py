"""The identity of the site as pages show it: settings of the platform team, else those of the installation."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.urls import reverse
from django.utils.translation import get_language

from portal.accent import DEFAULT_DARK, DEFAULT_LIGHT, accent_digest
from portal.generation import current_generation
from portal.logo import Logo, logo_of, social_picture
from portal.models import SiteSettings

ONE_DAY = 86_400


@dataclass(frozen=True, slots=True)
class Branding:
    """Plain texts in one language; empty where nobody wrote anything."""

    site_name: str
    territory_name: str
    territory_short_name: str
    tagline: str = ""
    footer_title: str = ""
    footer_text: str = ""
    partners: str = ""
    contact_email: str = ""
    organisation_name: str = ""
    organisation_address: str = ""
    publication_director: str = ""
    host: str = ""
    logo: Logo | None = None
    social_image: str = ""
    """Address of the picture, with its host."""
    accent_light: str = DEFAULT_LIGHT
    accent_dark: str = DEFAULT_DARK

    @property
    def colours_address(self) -> str:
        """Address of the sheet of colours; empty when they are those that every page already has."""
        digest = accent_digest(self.accent_light, self.accent_dark)
        return reverse("colours", args=[digest]) if digest else ""


def branding(language: str = "", generation: int | None = None) -> Branding:
    """The identity in that language (in force by default), kept until the next publication.

    No query when it is kept and the generation is given; one for the generation otherwise, and three to read it anew.
    """
    language = (language or get_language() or "fr")[:2]
    key = f"branding-{generation or current_generation()}-{language}"
    found: Branding | None = cache.get(key)
    if found is None:
        found = read_branding(language)
        cache.set(key, found, ONE_DAY)
    return found


def read_branding(language: str) -> Branding:
    """The identity as it is stored now: one query, and one for each picture."""
    row = SiteSettings.objects.select_related("logo", "social_image").order_by("pk").first() or SiteSettings()
    english = language != "fr"
    site_name = _text(row, "site_name", english) or (settings.SITE_NAME_EN if english else settings.SITE_NAME)
    territory_name = _text(row, "territory_name", english) or settings.TERRITORY_NAME
    return Branding(
        site_name=site_name,
        territory_name=territory_name,
        territory_short_name=row.territory_short_name or territory_name,
        tagline=_text(row, "tagline", english),
        footer_title=_text(row, "footer_title", english),
        footer_text=_text(row, "footer_text", english),
        partners=_text(row, "partners", english),
        contact_email=row.contact_email,
        organisation_name=row.organisation_name or territory_name,
        organisation_address=row.organisation_address,
        publication_director=row.publication_director,
        host=row.host,
        logo=logo_of(row.logo) if row.logo else None,
        social_image=social_picture(row.social_image) if row.social_image else "",
        accent_light=row.accent_light,
        accent_dark=row.accent_dark,
    )


def _text(row: Any, stem: str, english: bool) -> str:
    return (english and getattr(row, f"{stem}_en")) or getattr(row, f"{stem}_fr")

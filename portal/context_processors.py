"""What every template knows."""

from django.conf import settings
from django.http import HttpRequest


def site(request: HttpRequest) -> dict[str, object]:
    """Name of the observatory and of its territory, and the two languages with this page's address in each."""
    rest = request.path_info[3:] if request.path_info[:4] in {"/fr/", "/en/"} else "/"
    return {
        "site_name": settings.SITE_NAME,
        "territory_name": settings.TERRITORY_NAME,
        "base_url": settings.WAGTAILADMIN_BASE_URL,
        "language_addresses": [(code, name, f"/{code}{rest}") for code, name in settings.LANGUAGES],
    }

"""What every template knows."""

from django.conf import settings
from django.http import HttpRequest
from django.urls import get_script_prefix


def site(request: HttpRequest) -> dict[str, object]:
    """Name of the observatory and of its territory, and the two languages with this page's address in each."""
    rest = request.path_info[4:] if request.path_info[:4] in {"/fr/", "/en/"} else ""
    prefix = get_script_prefix()
    return {
        "site_name": settings.SITE_NAME,
        "territory_name": settings.TERRITORY_NAME,
        "base_url": settings.WAGTAILADMIN_BASE_URL,
        "language_addresses": [(code, name, f"{prefix}{code}/{rest}") for code, name in settings.LANGUAGES],
    }

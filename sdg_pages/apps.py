from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SdgPagesConfig(AppConfig):
    """The editorial pages: SDG index, SDG page, articles and resources."""

    name = "sdg_pages"
    verbose_name = _("pages ODD")

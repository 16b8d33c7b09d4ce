from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SdgPagesConfig(AppConfig):
    """The editorial pages: SDG index, SDG page, articles and resources."""

    name = "sdg_pages"
    verbose_name = _("pages ODD")

    def ready(self) -> None:
        from portal import dashboard
        from portal.slots import FEED_ENTRIES, INDICATOR_STORIES
        from sdg_pages.beginning import article_shortcuts
        from sdg_pages.selectors.news import news
        from sdg_pages.selectors.stories import stories_about

        INDICATOR_STORIES.fill(stories_about)
        FEED_ENTRIES.fill(news)
        dashboard.SHORTCUTS.fill(article_shortcuts)

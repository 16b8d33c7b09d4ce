from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class IndicatorsConfig(AppConfig):
    """The figures: from the file of a statistical office to the public page of an indicator."""

    name = "indicators"
    verbose_name = _("chiffres")

    def ready(self) -> None:
        """Fill the registries: policies before any screen asks for one, signals, log, what happens by itself."""
        from indicators import signal_handlers
        from indicators.dashboard.notices import dead_links, late_translations, stale_figures
        from indicators.demo.accounts import demo_accounts
        from indicators.policies import register_policies
        from indicators.selectors.bundling import releases_to_bundle
        from indicators.selectors.news import news
        from indicators.services.cleaning import clean_imports
        from portal import dashboard
        from portal import demo_accounts as portal_demo_accounts
        from portal.periodic_jobs import periodic_jobs
        from portal.slots import BUNDLE_CANDIDATES, FEED_ENTRIES

        register_policies()
        signal_handlers.connect()
        portal_demo_accounts.announce(demo_accounts())
        periodic_jobs.add("clean_imports", clean_imports, every=600)
        FEED_ENTRIES.fill(news)
        BUNDLE_CANDIDATES.fill(releases_to_bundle)
        for provider in (stale_figures, dead_links, late_translations):
            dashboard.WATCH.fill(provider)

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    """The front door: home page, search, standard pages."""

    name = "home"
    verbose_name = _("accueil")

    def ready(self) -> None:
        from home import navigation, signal_handlers
        from home.demo.part import IDENTITY, PAGES
        from home.opinions import forget_old_opinions
        from home.search import following
        from home.search.rebuilding import rebuild_all
        from home.search.terms import term_findables
        from home.sitemaps.sections import own_sections
        from home.watch import unhelpful_pages
        from portal import dashboard, slots
        from portal.periodic_jobs import periodic_jobs

        signal_handlers.connect()
        following.connect()
        slots.NAVIGATION.fill(navigation.menus)
        slots.SEARCH_ENTRIES.fill(term_findables)
        slots.SITEMAP_SECTIONS.fill(own_sections)
        periodic_jobs.add("index_search", rebuild_all, every=3600)
        periodic_jobs.add("forget_old_opinions", forget_old_opinions, every=86_400)
        dashboard.WATCH.fill(unhelpful_pages)
        slots.DEMO_PARTS.fill(lambda: [IDENTITY, PAGES])

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PortalConfig(AppConfig):
    """The kernel that every other app stands on."""

    name = "portal"
    verbose_name = _("portail")

    def ready(self) -> None:
        from wagtail.signals import page_published

        from portal import signal_handlers
        from portal.bundles import publish_due_bundles
        from portal.content_checks.link_checking import watch_links
        from portal.localisation import follow_publication
        from portal.periodic_jobs import periodic_jobs

        page_published.connect(follow_publication, dispatch_uid="portal-follow-publication")
        signal_handlers.connect()
        periodic_jobs.add("watch_links", watch_links, every=3600)
        periodic_jobs.add("publish_due_bundles", publish_due_bundles, every=20)

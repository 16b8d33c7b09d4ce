"""Wagtail's account screens for our account model."""

from wagtail.users.apps import WagtailUsersAppConfig


class PortalUsersAppConfig(WagtailUsersAppConfig):
    """Points Wagtail at our user screens (`portal.viewsets`)."""

    user_viewset = "portal.viewsets.UserViewSet"

"""Every entry of the administration's menu opens, for each role."""

from collections.abc import Iterator

import pytest
from django.test import Client, RequestFactory
from django.urls import reverse
from wagtail.admin.menu import MenuItem, SubmenuMenuItem, admin_menu

from indicators.roles import DATA, EDITORS, PLATFORM, REVIEWERS
from tests.factories.indicators import make_user

pytestmark = pytest.mark.django_db

ROLES = (EDITORS, DATA, REVIEWERS, PLATFORM)


def entries(items: list[MenuItem], request) -> Iterator[MenuItem]:
    """The entries that lead to a screen of the site, those of inner menus too."""
    for item in items:
        if isinstance(item, SubmenuMenuItem):
            yield from entries(item.menu.menu_items_for_request(request), request)
        elif item.url.startswith("/"):
            yield item


def menu_of(user) -> list[MenuItem]:
    request = RequestFactory().get(reverse("wagtailadmin_home"))  # viewsets add their entries with their addresses
    request.user = user
    return list(entries(admin_menu.menu_items_for_request(request), request))


@pytest.mark.filterwarnings("ignore::django.core.paginator.UnorderedObjectListWarning")  # report of translations
@pytest.mark.parametrize("role", ROLES)
def test_every_entry_of_the_menu_opens(role: str) -> None:
    user = make_user(groups=(role,))
    client = Client()
    client.force_login(user)
    found = menu_of(user)
    assert len(found) >= 3
    closed = {
        str(item.label): status for item in found if (status := client.get(item.url, follow=True).status_code) != 200
    }
    assert closed == {}


@pytest.mark.parametrize("role", ROLES)
def test_no_label_stands_twice_in_the_menu(role: str) -> None:
    labels = [str(item.label) for item in menu_of(make_user(groups=(role,)))]
    assert sorted(set(labels)) == sorted(labels)


def test_editors_find_pages_figures_bundles_and_glossary() -> None:
    labels = {str(item.label) for item in menu_of(make_user(groups=(EDITORS,)))}
    assert {"Pages", "Indicateurs", "Lots de publications", "Glossaire"} <= labels

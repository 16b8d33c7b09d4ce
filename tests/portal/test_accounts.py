"""Accounts in the admin: departments are given there, and nobody gives themselves more rights than they have."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from portal.models import Department, User
from tests.factories.indicators import make_department, make_superuser, make_user

pytestmark = pytest.mark.django_db

PASSWORD = "Un-mot-de-passe-long-42"


@pytest.fixture
def platform(client):
    user = make_user(groups=("Plateforme",))
    client.force_login(user)
    return user


def fields(**changes: object) -> dict[str, object]:
    """The form of a new account."""
    known = {"email": "Nouvelle@Example.org", "first_name": "Ada", "last_name": "L", "is_active": "on"}
    return known | {"password1": PASSWORD, "password2": PASSWORD} | changes


def test_an_account_is_made_with_its_departments_and_roles(client, platform):
    department, role = make_department(), Group.objects.get(name="Données")
    page = client.get(reverse("wagtailusers_users:add"))
    assert "Directions" in page.content.decode()
    data = fields(departments=[department.pk], groups=[role.pk])
    assert client.post(reverse("wagtailusers_users:add"), data).status_code == 302
    user = User.objects.get(email="nouvelle@example.org")
    assert list(user.departments.all()) == [department]
    assert user.check_password(PASSWORD)


def test_departments_of_an_account_are_changed(client, platform):
    user = make_user("x@example.org", departments=[make_department()])
    other = make_department("mobilite")
    address = reverse("wagtailusers_users:edit", args=[user.pk])
    assert "Directions" in client.get(address).content.decode()
    client.post(address, fields(email="x@example.org", departments=[other.pk], password1="", password2=""))
    assert list(user.departments.all()) == [other]


def test_the_platform_team_makes_no_superuser(client, platform):
    client.post(reverse("wagtailusers_users:add"), fields(is_superuser="on"))
    assert not User.objects.get(email="nouvelle@example.org").is_superuser
    user = make_user("x@example.org")
    address = reverse("wagtailusers_users:edit", args=[user.pk])
    assert 'name="is_superuser"' not in client.get(address).content.decode()
    client.post(address, fields(email="x@example.org", is_superuser="on"))
    assert not User.objects.get(pk=user.pk).is_superuser


def test_the_platform_team_does_not_touch_superusers(client, platform):
    boss = make_superuser("super@example.org")
    address = reverse("wagtailusers_users:edit", args=[boss.pk])
    assert client.get(address).status_code in (302, 403)
    client.post(address, fields(email="super@example.org"))
    assert not User.objects.get(pk=boss.pk).check_password(PASSWORD)


@pytest.mark.parametrize("role", ["Données", "Relecture", "Rédaction"])
def test_other_roles_manage_no_account_and_no_department(client, role):
    client.force_login(make_user(groups=(role,)))
    for name in ("wagtailusers_users:index", "wagtailusers_users:add", "departments:index", "departments:add"):
        assert client.get(reverse(name)).status_code in (302, 403)


def test_departments_are_managed_in_the_settings(client, platform):
    assert client.get(reverse("departments:index")).status_code == 200
    data = {"code": "eau", "name_fr": "Eau", "name_en": "Water", "email": ""}
    assert client.post(reverse("departments:add"), data).status_code == 302
    assert Department.objects.filter(code="eau").exists()

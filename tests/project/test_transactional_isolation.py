"""A test that commits empties the database behind it: what the migrations made must be there again for the next one."""

import pytest
from django.contrib.contenttypes.models import ContentType
from wagtail.models import Locale, Page


@pytest.mark.django_db(transaction=True)
def test_a_transactional_test_finds_what_the_migrations_made():
    assert Page.objects.filter(depth=1).exists()
    assert Locale.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_another_transactional_test_finds_it_too():
    assert Page.objects.filter(depth=1).exists()


@pytest.mark.django_db
def test_an_ordinary_test_finds_it_whatever_ran_before():
    assert Page.objects.filter(depth=1).exists()
    assert (
        ContentType.objects.get_for_model(Page).pk == ContentType.objects.get(app_label="wagtailcore", model="page").pk
    )

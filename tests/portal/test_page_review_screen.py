"""The screen on which a page is read and decided on."""

import pytest
from django.test import Client

from portal.content_checks.forms import CheckedPageForm
from portal.page_services import submit_page
from tests.factories.pages import make_article, make_editor, make_page_reviewer

pytestmark = pytest.mark.django_db


def test_a_reviewer_opens_the_page_that_waits_and_is_offered_the_decision(client: Client) -> None:
    author = make_editor()
    page = make_article("À relire", live=False, author=author)
    submit_page(page=page, user=author)
    client.force_login(make_page_reviewer())
    html = client.get(f"/cms/pages/{page.pk}/edit/").content.decode()
    assert "Approuver" in html
    assert "Demander des corrections" in html


def test_the_author_opens_it_too_and_decides_nothing(client: Client) -> None:
    author = make_editor()
    page = make_article("À relire", live=False, author=author)
    submit_page(page=page, user=author)
    client.force_login(author)
    html = client.get(f"/cms/pages/{page.pk}/edit/").content.decode()
    assert "Approuver" not in html


def test_a_second_page_of_the_same_title_takes_an_address_of_its_own(client: Client) -> None:
    page = make_article("Le vélo", live=False)
    form_class = type(page).get_edit_handler().get_form_class()
    assert issubclass(form_class, CheckedPageForm)
    form = form_class(instance=type(page)(), parent_page=page.get_parent(), for_user=make_editor())
    form.cleaned_data = {"slug": page.slug}
    assert form.clean_slug() == f"{page.slug}-2"

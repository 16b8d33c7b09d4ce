"""The preview of a sheet is its public page, drawn with the draft."""

import pytest
from django.urls import reverse

from tests.factories.indicators import make_department, make_indicator, make_live, make_release, make_user

pytestmark = pytest.mark.django_db


def preview(client, indicator) -> str:
    """What the preview of the latest draft shows."""
    name = "wagtailsnippets_indicators_indicator:revisions_view"
    response = client.get(reverse(name, args=[indicator.pk, indicator.latest_revision_id]))
    assert response.status_code == 200
    return response.content.decode()


@pytest.fixture
def officer(client):
    user = make_user(groups=("Données",), departments=[make_department()])
    client.force_login(user)
    return user


def test_a_draft_is_shown_on_the_public_page_with_its_figures(client, officer):
    indicator = make_indicator("emploi")
    make_live(make_release(indicator))
    indicator.title_fr = "Titre en brouillon"
    indicator.save_revision(user=officer)
    page = preview(client, indicator)
    assert "Titre en brouillon" in page
    assert "12,9" in page


def test_a_new_indicator_is_shown_with_its_draft_figures(client, officer):
    indicator = make_indicator("emploi", live=False)
    make_release(indicator)
    assert "12,9" in preview(client, indicator)


def test_without_figures_the_preview_says_so(client, officer):
    assert "premiers chiffres" in preview(client, make_indicator("emploi", live=False))

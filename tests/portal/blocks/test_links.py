"""Links of blocks lead to one place, that is online."""

import pytest

from tests.factories.blocks import refusals, rendered
from tests.factories.indicators import make_indicator, make_live, make_release
from tests.factories.pages import make_article

pytestmark = pytest.mark.django_db


def action(**fields):
    return {"label": "Agir", "page": None, "indicator": None, "address": "", "detail": ""} | fields


def test_an_action_leads_to_exactly_one_place():
    article = make_article()
    assert refusals("call_to_action", action()) != []
    assert refusals("call_to_action", action(), draft=True) == []
    assert refusals("call_to_action", action(page=article.pk, address="https://example.org")) != []
    assert refusals("call_to_action", action(page=article.pk)) == []
    assert refusals("call_to_action", action(address="javascript:alert(1)")) != []


def test_it_leads_to_a_page_an_indicator_or_an_address():
    article = make_article("Suite")
    indicator = make_indicator("emploi")
    make_live(make_release(indicator))
    assert 'href="/fr/articles/suite/"' in rendered(("call_to_action", action(page=article.pk)))
    assert 'href="/fr/indicateurs/emploi/"' in rendered(("call_to_action", action(indicator=indicator.pk)))
    assert 'href="https://example.org"' in rendered(("call_to_action", action(address="https://example.org")))


def test_a_place_that_is_not_online_leaves_no_dead_button():
    draft = make_article("Brouillon", live=False)
    hidden = make_indicator("cache", live=False)
    assert "<a" not in rendered(("call_to_action", action(page=draft.pk)))
    assert "<a" not in rendered(("call_to_action", action(indicator=hidden.pk)))


def test_resources_say_what_they_are():
    resource = {"title": "Guide", "page": None, "address": "https://example.org/g", "description": "Public"}
    html = rendered(("resources", {"title": "À lire", "resources": [resource | {"file_format": "PDF"}]}))
    assert '<a href="https://example.org/g">Guide</a><small>Public (PDF)</small>' in html
    assert refusals("resources", {"title": "À lire", "resources": []}) != []

"""« À surveiller »: dead links and frozen figures, for those who write pages and nobody else."""

import pytest
from django.core.cache import cache
from django.utils import timezone

from indicators.dashboard.notices import dead_links, late_translations, names, stale_figures
from indicators.roles import DATA, EDITORS
from portal.models import LinkCheck
from tests.factories.blocks import body, figure_value
from tests.factories.indicators import make_indicator, make_live, make_release, make_user
from tests.factories.pages import make_article

pytestmark = pytest.mark.django_db


def test_a_link_that_does_not_answer_leads_to_its_page() -> None:
    page = make_article("Achats responsables")
    check = LinkCheck.objects.create(address="https://example.org/", is_answering=False, checked_at=timezone.now())
    check.pages.add(page)
    [notice] = dead_links(make_user(groups=(EDITORS,)))
    assert notice.title == "Un lien ne répond plus"
    assert notice.about == "Dans «\u00a0Achats responsables\u00a0»"
    assert str(page.pk) in notice.address
    assert dead_links(make_user(groups=(DATA,))) == []


def test_a_frozen_figure_is_told_once_a_newer_release_is_online() -> None:
    indicator, user = make_indicator(), make_user(groups=(EDITORS,))
    make_live(make_release(indicator))
    make_article("Une marche", body=body(("figure", figure_value(indicator, version=1))))
    assert stale_figures(user) == []
    make_live(make_release(indicator))
    cache.clear()
    [notice] = stale_figures(user)
    assert notice.title == "Une figure figée a une version plus récente"
    assert "Une marche" in notice.about


def test_nothing_is_said_when_there_is_nothing() -> None:
    user = make_user(groups=(EDITORS,))
    assert dead_links(user) == stale_figures(user) == late_translations(user) == []


def test_many_pages_are_counted_after_two_names() -> None:
    places = [(number, f"Page {number}") for number in range(4)]
    assert names(places).endswith("et 2 autres pages")

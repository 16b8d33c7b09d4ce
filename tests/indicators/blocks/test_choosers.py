"""The page editor offers published indicators and territories with figures, and nothing else."""

import pytest
from django.test import Client

from indicators.models import Territory
from indicators.roles import EDITORS
from tests.factories.indicators import add_rows, make_indicator, make_live, make_release, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client: Client) -> Client:
    client.force_login(make_user(groups=(EDITORS,)))
    return client


@pytest.fixture
def indicators():
    shown = make_indicator("emploi", title_fr="Taux d’emploi", goals=(8,))
    other = make_indicator("eau", title_fr="Qualité de l’eau", goals=(6,))
    for one in (shown, other):
        make_live(make_release(one))
    make_release(make_indicator("sans-chiffres", title_fr="Sans chiffres"))
    draft = make_indicator("brouillon", title_fr="Brouillon", live=False)
    make_live(make_release(draft))
    type(draft).objects.filter(pk=draft.pk).update(live=False)
    return shown, other


def titles(response) -> set[str]:
    return {str(one) for one in response.context["results"]}


def test_only_published_indicators_are_offered(editor, indicators):
    assert titles(editor.get("/cms/choix/indicateurs-publies/")) == {"Taux d’emploi", "Qualité de l’eau"}


@pytest.mark.parametrize(
    ("query", "found"),
    [("q=emploi", {"Taux d’emploi"}), ("goal=6", {"Qualité de l’eau"}), ("q=emploi&goal=6", set()), ("q=eau", None)],
)
def test_they_are_found_by_title_code_and_goal(editor, indicators, query, found):
    expected = {"Qualité de l’eau"} if found is None else found
    assert titles(editor.get(f"/cms/choix/indicateurs-publies/results/?{query}")) == expected


def test_only_territories_with_published_figures_are_offered(editor, indicators):
    commune = Territory.objects.filter(level="commune").order_by("pk").first()
    add_rows(indicators[0].publication.release, {"2022": "1"}, territory=commune)
    offered = titles(editor.get("/cms/choix/territoires/"))
    assert commune.name in offered
    assert len(offered) == 2


def test_choosers_are_closed_to_visitors(client, indicators):
    assert client.get("/cms/choix/indicateurs-publies/").status_code == 302

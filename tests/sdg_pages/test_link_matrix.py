"""The link between CSR and the goals: one table, counted from what is published, kept by the platform team."""

import csv
import io
import re

import pytest
from django.core.management import call_command
from django.test import Client
from pytest_django.asserts import assertContains

from indicators.models import Indicator, IssueGoalLink, PriorityIssue
from portal.generation import current_generation
from sdg_pages.selectors.link_matrix import link_matrix
from tests.factories.indicators import make_indicator, make_live, make_release, make_user

pytestmark = pytest.mark.django_db


def publish(goals: tuple[int, ...], issues: tuple[int, ...]) -> None:
    indicator = make_indicator(goals=goals)
    through = Indicator.priority_issues.through
    through.objects.bulk_create(through(indicator_id=indicator.pk, priorityissue_id=issue) for issue in issues)
    make_live(make_release(indicator))


def test_every_issue_acts_mainly_on_at_least_one_goal() -> None:
    main = IssueGoalLink.objects.filter(strength="main").values_list("issue", flat=True)
    assert set(main) == set(range(1, 11))


def test_table_counts_published_indicators_where_an_issue_and_a_goal_meet(client: Client) -> None:
    publish((5, 8), (6,))
    publish((5,), (6,))
    make_release(make_indicator(goals=(5,)))
    content = client.get("/fr/lien-rse-odd/").content.decode()
    assert 'aria-label="ODD 5, 2 indicateurs, lien fort">2</a>' in content
    assert 'aria-label="ODD 8, 1 indicateur, lien secondaire">1</a>' in content
    assert "/fr/indicateurs/?odd=5&amp;enjeu=6" in content


def test_table_has_a_cell_for_each_issue_and_goal(client: Client) -> None:
    content = client.get("/fr/lien-rse-odd/").content.decode()
    assert len(re.findall(r"<td", content)) == 170
    assert len(re.findall(r'<th scope="row"', content)) == 10
    assert content.count("<caption") == 1


def test_link_without_indicator_shows_a_zero_that_leads_nowhere(client: Client) -> None:
    content = client.get("/fr/lien-rse-odd/").content.decode()
    assert 'aria-label="ODD 5, 0 indicateur, lien fort">0</td>' in content


def test_page_tells_what_the_table_shows(client: Client) -> None:
    response = client.get("/fr/lien-rse-odd/")
    assertContains(response, "aucun lien fort")
    assertContains(response, "liens sans indicateur")


def test_table_makes_four_queries(django_assert_num_queries) -> None:
    publish((5,), (6,))
    with django_assert_num_queries(4):
        link_matrix()


def test_file_of_the_links_has_a_line_a_link(client: Client) -> None:
    response = client.get("/fr/lien-rse-odd/donnees.csv")
    assert response["Access-Control-Allow-Origin"] == "*"
    text = response.content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert len(rows) == IssueGoalLink.objects.count()
    assert rows[0] | {"issue_name": "", "goal_name": ""} == {
        "issue": "1",
        "issue_name": "",
        "goal": "6",
        "goal_name": "",
        "strength": "secondary",
        "indicators": "0",
    }


def test_empty_mapping_still_shows_the_page(client: Client) -> None:
    IssueGoalLink.objects.all().delete()
    assert client.get("/fr/lien-rse-odd/").status_code == 200


def test_loading_the_reference_again_keeps_what_the_team_decided() -> None:
    IssueGoalLink.objects.filter(issue=6).delete()
    call_command("load_reference", verbosity=0)
    assert not IssueGoalLink.objects.filter(issue=6).exists()


def test_changing_a_link_renews_the_pages() -> None:
    before = current_generation()
    IssueGoalLink.objects.create(issue=PriorityIssue.objects.get(pk=6), goal_id=17, strength="secondary")
    assert current_generation() > before


@pytest.mark.parametrize(("group", "status"), [("Plateforme", 200), ("Rédaction", 302)])
def test_platform_team_alone_changes_the_links(client: Client, group: str, status: int) -> None:
    client.force_login(make_user(groups=(group,)))
    assert client.get("/cms/chiffres/liens/new/").status_code == status

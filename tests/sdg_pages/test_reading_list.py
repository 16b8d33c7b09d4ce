"""What there is to read: found by axis, kind, goal and issue; every choice stands in the address."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from indicators.models import Goal, PriorityIssue
from portal.generation import renew_generation
from sdg_pages.selectors.reading_list import ReadingChoice, reading_list, resources_near
from tests.factories.pages import make_article, make_event, make_resource

pytestmark = pytest.mark.django_db
SOON = timezone.now() + timedelta(days=20)


def titles(**query: str) -> list[str]:
    return [page.title for page in reading_list("fr", ReadingChoice.from_query(query)).pages]


def test_the_latest_come_first() -> None:
    make_article("Premier")
    make_resource("Deuxième")
    assert titles() == ["Deuxième", "Premier"]


def test_drafts_are_not_listed() -> None:
    make_article("Brouillon", live=False)
    assert titles() == []


def test_pages_of_the_other_language_are_not_listed() -> None:
    make_article("Premier")
    assert reading_list("en", ReadingChoice()).count == 0


def test_an_axis_keeps_its_pages() -> None:
    make_article("Comprendre", axis="comprendre")
    make_resource("Agir")
    assert titles(axe="agir") == ["Agir"]


def test_a_kind_keeps_its_pages() -> None:
    make_article("Analyse", kind="analyse")
    make_article("Actualité", kind="actualite")
    make_resource("Outil")
    make_event("Rencontre", starts_at=SOON)
    assert titles(type="analyse") == ["Analyse"]
    assert titles(type="outil") == ["Outil"]
    assert titles(type="evenement") == ["Rencontre"]


def test_a_goal_and_an_issue_keep_the_pages_tagged_with_both() -> None:
    goal, issue = Goal.objects.get(number=8), PriorityIssue.objects.get(number=6)
    make_article("Les deux", goals=[goal], priority_issues=[issue])
    make_article("L’objectif", goals=[goal])
    assert titles(odd="8", enjeu="6") == ["Les deux"]


@pytest.mark.parametrize(
    "query", [{"odd": "99"}, {"odd": "²"}, {"axe": "x"}, {"type": "'"}, {"page": "-1"}, {"page": "9"}]
)
def test_what_does_not_exist_is_as_if_it_had_not_been_asked(query: dict[str, str]) -> None:
    make_article("Premier")
    assert titles(**query) == ["Premier"]
    assert Client().get("/fr/articles/", query).status_code == 200


def test_ten_are_shown_at_a_time() -> None:
    for rank in range(11):
        make_article(f"Article {rank}")
    found = reading_list("fr", ReadingChoice.from_query({"page": "2"}))
    assert (found.count, found.page_count, [page.title for page in found.pages]) == (11, 2, ["Article 0"])


def test_events_to_come_are_told_in_the_order_of_their_dates() -> None:
    make_event("Plus tard", starts_at=SOON + timedelta(days=3))
    make_event("Bientôt", starts_at=SOON)
    make_event("Passé", starts_at=timezone.now() - timedelta(days=3))
    assert [page.title for page in reading_list("fr", ReadingChoice()).coming] == ["Bientôt", "Plus tard"]


def test_the_number_of_queries_does_not_depend_on_the_number_of_pages(django_assert_max_num_queries) -> None:
    for rank in range(6):
        make_article(f"Article {rank}", goals=[Goal.objects.get(number=8)])
    renew_generation()
    with django_assert_max_num_queries(11):
        reading_list("fr", ReadingChoice())
    with django_assert_max_num_queries(24):
        Client().get("/fr/articles/")


def test_the_list_says_what_is_chosen_and_how_to_remove_it() -> None:
    make_article("Premier", axis="comprendre", goals=[Goal.objects.get(number=8)])
    response = Client().get("/fr/articles/", {"axe": "comprendre", "odd": "8"})
    assertContains(response, "Une lecture trouvée")
    assertContains(response, 'href="?axe=comprendre"')
    assertNotContains(Client().get("/fr/articles/", {"odd": "9"}), "Premier")


def test_an_empty_list_says_what_to_do() -> None:
    assertContains(Client().get("/fr/articles/"), "dès qu’ils auront été relus")
    assertContains(Client().get("/fr/articles/", {"odd": "9"}), "Retirez un filtre")
    assertContains(Client().get("/en/articles/"), "<h1>Articles and resources</h1>")


def test_a_reader_is_shown_what_can_be_done_about_the_same_goal() -> None:
    goal = Goal.objects.get(number=5)
    make_resource("Outil", goals=[goal])
    make_resource("Autre outil", goals=[Goal.objects.get(number=9)])
    assert [page.title for page in resources_near(make_article(goals=[goal]))] == ["Outil"]


def test_what_shares_most_goals_comes_first_and_networks_last() -> None:
    five, eight = Goal.objects.get(number=5), Goal.objects.get(number=8)
    make_resource("Réseau", kind="reseau", goals=[five, eight])
    make_resource("Un objectif", goals=[five])
    make_resource("Deux objectifs", goals=[five, eight])
    make_resource("Encore un objectif", goals=[eight])
    found = resources_near(make_article(goals=[five, eight]), limit=4)
    assert [page.title for page in found] == ["Deux objectifs", "Encore un objectif", "Un objectif", "Réseau"]

"""What waits for a person: the same answer as the task itself, for pages and figures, in settled queries."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from indicators.dashboard.to_review import errands_to_review
from indicators.services.review_submission import submit_release
from portal.models import FourEyesTask, User
from portal.open_readings import readings_asked_by, readings_for
from portal.page_services import submit_page
from tests.factories.blocks import body
from tests.factories.indicators import make_department, make_indicator, make_release, make_user
from tests.factories.pages import make_article, make_editor, make_page_reviewer, publish_page

pytestmark = pytest.mark.django_db


def waiting(title: str, author: User):
    page = make_article(title, live=False, author=author)
    submit_page(page=page, user=author)
    return page


def by_the_task(user: User) -> set[int]:
    tasks = FourEyesTask.objects.filter(active=True)
    return {state.pk for task in tasks for state in task.get_task_states_user_can_moderate(user)}


def test_the_list_is_that_of_the_task_for_everybody() -> None:
    author, other, reviewer = make_editor(), make_editor(), make_page_reviewer()
    officer = make_user(groups=("Données",), departments=[make_department()])
    waiting("Une marche", author)
    reworded = waiting("Une autre", author)
    reworded.refresh_from_db()
    submit_release(release=make_release(make_indicator("emploi"), user=officer), user=officer)
    for person in (author, other, reviewer, officer):
        fresh = User.objects.get(pk=person.pk)
        assert len(errands_to_review(fresh)) == len(by_the_task(fresh))
    assert len(errands_to_review(reviewer)) == 3
    assert errands_to_review(author) == []
    assert readings_asked_by(author) == 2


def test_whoever_wrote_the_page_since_it_is_online_does_not_read_it() -> None:
    author, colleague = make_editor(), make_editor()
    page = make_article("En ligne", author=author)
    page.title = "Changée"
    page.save_revision(user=colleague)
    submit_page(page=page, user=author)
    assert readings_for(colleague) == []
    assert len(readings_for(make_page_reviewer())) == 1


def test_a_page_to_review_says_what_it_changes(client: Client) -> None:
    author = make_editor(first_name="Louise", last_name="Caron")
    waiting("La marche qui reste", author)
    client.force_login(make_page_reviewer())
    html = client.get("/cms/").content.decode()
    assert "La marche qui reste" in html
    assert "Louise Caron, aujourd’hui." in html


def test_an_editor_begins_an_article_from_the_front_page(client: Client) -> None:
    client.force_login(make_editor())
    assert "Nouvel article" in client.get("/cms/").content.decode()
    client.force_login(make_page_reviewer())
    assert "Nouvel article" not in client.get("/cms/").content.decode()


def paragraphs(*texts: str) -> list[tuple[str, str]]:
    return [("paragraph", f"<p>{text}</p>") for text in texts]


def test_a_changed_block_is_counted() -> None:
    author = make_editor()
    page = make_article("Article", author=author, body=body(*paragraphs("Un.", "Deux.")))
    page.body = body(*paragraphs("Un changé.", "Deux.", "Trois."))
    page.save_revision(user=author)
    submit_page(page=page, user=author)
    [errand] = errands_to_review(make_page_reviewer())
    assert errand.what == "1 bloc changé, 1 bloc ajouté"


def test_a_draft_of_a_page_is_in_the_list_of_whoever_wrote_it(client: Client) -> None:
    author = make_editor()
    page = make_article("Pas finie", live=False, author=author)
    client.force_login(author)
    html = client.get("/cms/").content.decode()
    assert "Pas finie" in html
    assert "Pas encore soumis à relecture" in html
    publish_page(page, author=author)
    html = client.get("/cms/").content.decode()
    assert "Aucun brouillon en cours." in html
    assert "relu par" in html


def test_ten_pages_that_wait_cost_the_queries_of_two() -> None:
    author, reviewer = make_editor(), make_page_reviewer()

    def cost() -> int:
        fresh = User.objects.get(pk=reviewer.pk)
        with CaptureQueriesContext(
            connection,
        ) as asked:
            errands_to_review(fresh)
        return len(asked)

    for number in range(2):
        waiting(f"Page {number}", author)
    few = cost()
    for number in range(2, 10):
        waiting(f"Page {number}", author)
    assert cost() == few

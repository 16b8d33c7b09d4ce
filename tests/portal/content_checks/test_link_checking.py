"""Links elsewhere are asked in the background; those that do not answer any more are kept for the team."""

import threading
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from django.utils import timezone

from portal.content_checks.asking import ask
from portal.content_checks.link_checking import ask_due_links, note_links, watch_links
from portal.models import LinkCheck
from portal.periodic_jobs import periodic_jobs
from tests.factories.blocks import body
from tests.factories.pages import make_article, without_starter_texts

pytestmark = pytest.mark.django_db


class Site(BaseHTTPRequestHandler):
    """Answers the status that its path names; `/vers-…` redirects there."""

    def do_GET(self) -> None:
        step = self.path.strip("/")
        if step.startswith("vers-"):
            self.send_response(302)
            self.send_header("Location", f"/{step.removeprefix('vers-')}")
        else:
            self.send_response(int(step))
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_args: object) -> None:
        """Silent."""


@pytest.fixture(autouse=True)
def _only_our_links(db: None) -> None:
    """The texts of a new site lead elsewhere too."""
    without_starter_texts()


@pytest.fixture
def site(settings):
    settings.LINK_CHECKS_MAY_BE_PRIVATE = True
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def linking(*addresses, **fields):
    links = "".join(f'<a href="{address}">le guide</a> ' for address in addresses)
    return make_article(f"Article {len(addresses)}", body=body(("paragraph", f"<p>{links}</p>")), **fields)


@pytest.mark.parametrize(
    ("path", "answers", "trouble"),
    [
        ("200", True, ""),
        ("vers-200", True, ""),
        ("404", False, "page introuvable"),
        ("vers-410", False, "page introuvable"),
        ("500", False, "erreur 500"),
        ("403", True, ""),
    ],
)
def test_an_address_answers_or_says_what_is_wrong(site, path, answers, trouble):
    answer = ask(f"{site}/{path}")
    assert (answer.is_answering, answer.trouble, answer.is_reached) == (answers, trouble, True)


def test_an_address_of_our_own_network_is_never_asked(site, settings):
    settings.LINK_CHECKS_MAY_BE_PRIVATE = False
    assert ask(f"{site}/200").trouble == "adresse d’un réseau privé"
    assert ask("file:///etc/passwd").is_answering is False


def test_the_links_of_live_pages_are_watched_and_those_of_former_ones_forgotten(site):
    page = linking(f"{site}/200", f"{site}/404")
    linking(f"{site}/500", live=False)
    LinkCheck.objects.create(address="https://ancien.example.org/")
    assert watch_links() == 2
    (broken,) = LinkCheck.objects.broken()
    assert broken.address == f"{site}/404"
    assert [one.pk for one in broken.pages.all()] == [page.pk]
    assert LinkCheck.objects.count() == 2


def test_a_link_is_asked_again_after_a_week_or_a_day_when_it_was_silent(site):
    linking(f"{site}/200", f"{site}/404")
    watch_links()
    assert ask_due_links() == 0
    first = LinkCheck.objects.broken().get().failing_since
    LinkCheck.objects.update(checked_at=timezone.now() - timedelta(days=2))
    assert ask_due_links() == 1
    assert LinkCheck.objects.broken().get().failing_since == first
    LinkCheck.objects.update(checked_at=timezone.now() - timedelta(days=8))
    assert ask_due_links() == 2


def test_a_network_that_is_down_is_held_against_nobody(settings):
    settings.LINK_CHECKS_MAY_BE_PRIVATE = True
    linking("http://127.0.0.1:1/")
    note_links()
    assert ask_due_links() == 0
    assert list(LinkCheck.objects.broken()) == []


def test_the_schedule_watches_links():
    assert "watch_links" in periodic_jobs.entries

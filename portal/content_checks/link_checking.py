"""Keeping an eye on the links of the pages that are online; called by the schedule, a few links at a time."""

from collections import defaultdict
from datetime import timedelta

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from wagtail.models import Page

from portal.content_checks.asking import Answer, ask
from portal.content_checks.link_rules import is_external
from portal.content_checks.reading import blocks_of, links_of
from portal.models import LinkCheck

A_WEEK, A_DAY = timedelta(days=7), timedelta(days=1)
AT_ONCE = 20
LONGEST = 500


def watch_links() -> int:
    """Note the links of today's pages, ask those whose turn it is; returns how many answered or not."""
    note_links()
    return ask_due_links()


@transaction.atomic
def note_links() -> None:
    """Make the table hold the external links of the live pages, each with its pages, and no other."""
    found: dict[str, set[int]] = defaultdict(set)
    for page in Page.objects.live().order_by("pk").specific().iterator(chunk_size=100):
        for address in {link.address for one in blocks_of(page) for link in links_of(one) if is_external(link)}:
            if len(address) <= LONGEST:
                found[address].add(page.pk)
    LinkCheck.objects.exclude(address__in=found).delete()
    known = {check.address: check for check in LinkCheck.objects.prefetch_related("pages")}
    for address, pages in found.items():
        check = known.get(address) or LinkCheck.objects.create(address=address)
        if {page.pk for page in check.pages.all()} != pages:
            check.pages.set(pages)


def due_links() -> QuerySet[LinkCheck]:
    """Never asked, asked a week ago, or silent since yesterday."""
    now = timezone.now()
    silent = Q(is_answering=False, checked_at__lt=now - A_DAY)
    due = LinkCheck.objects.filter(Q(checked_at=None) | Q(checked_at__lt=now - A_WEEK) | silent)
    return due.order_by("checked_at", "pk")


def ask_due_links() -> int:
    """Ask a few. When none at all can be reached, our own network is down: nothing is held against them."""
    answers = [(check, ask(check.address)) for check in due_links()[:AT_ONCE]]
    if not any(answer.is_reached for _check, answer in answers):
        return 0
    for check, answer in answers:
        keep_answer(check=check, answer=answer)
    return len(answers)


def keep_answer(*, check: LinkCheck, answer: Answer) -> None:
    """Record what an address answered, and since when it does not."""
    now = timezone.now()
    check.checked_at, check.is_answering, check.trouble = now, answer.is_answering, answer.trouble
    check.failing_since = None if answer.is_answering else (check.failing_since or now)
    check.save(update_fields=["checked_at", "is_answering", "trouble", "failing_since"])

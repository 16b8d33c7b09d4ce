"""Writing pages from code: the same drafts, readings and decisions as in the editor's screens."""

from typing import Any

from django.db import transaction
from wagtail.models import Page

from portal.content_checks import Finding, check_page
from portal.models import User
from portal.review import NotAllowed, NotReviewed


class ContentFlawed(NotAllowed):
    """The content may not be submitted as it is: `findings` are the blocking ones, in the order of the page."""

    def __init__(self, findings: list[Finding]) -> None:
        self.findings = findings
        super().__init__(" ".join(finding.message for finding in findings))


@transaction.atomic
def add_draft(*, parent: Page, page: Any, user: User) -> Any:
    """Add `page` below `parent` as a draft with its first revision, written by `user`."""
    page.live = False
    page.locale = parent.locale
    parent.add_child(instance=page)
    page.save_revision(user=user, log_action=True)
    return page


@transaction.atomic
def submit_page(*, page: Any, user: User) -> Any:
    """Send the latest revision to review, whatever the door: the editor's screens refuse the same flaws.

    Raises NotAllowed without a workflow or when it is already being read, ContentFlawed when a check blocks it.
    """
    workflow = page.get_workflow()
    if workflow is None or page.workflow_in_progress:
        raise NotAllowed
    blocking = [finding for finding in check_page(page.get_latest_revision_as_object()) if finding.is_blocking]
    if blocking:
        raise ContentFlawed(blocking)
    return workflow.start(page, user)


@transaction.atomic
def approve_page(*, page: Any, user: User, comment: str = "") -> Any:
    """Approve what was submitted: online at once, or at the date that the revision asks for.

    Raises NotReviewed when nothing is in review, OwnWork, NotAllowed, AlreadyDecided, ReviewOutdated.
    """
    state = page.current_workflow_task_state
    if state is None:
        raise NotReviewed
    state.specific.approve(user=user, comment=comment)
    page.refresh_from_db()
    return page

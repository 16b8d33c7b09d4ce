"""« Mes brouillons »: files, figures and pages that this person began, with what blocks each."""

from collections.abc import Iterable
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.models import Page, TaskState, WorkflowState
from wagtail.permissions import policy_registry

from indicators.assistant.access import may_import
from indicators.assistant.drafts import draft_of
from indicators.models import Release, ReleaseImport, Upload
from indicators.permissions import visible_releases, visible_uploads
from indicators.states import DRAFT, TO_CORRECT, in_words, release_tag, with_date, with_review
from portal import dashboard
from portal.dashboard import Errand

READ = 50
"""Rows read of each kind: more drafts than that are no longer counted one by one."""


def writes(user: Any) -> bool:
    """Does this person import figures or write pages?"""
    return may_import(user) or writes_pages(user)


def writes_pages(user: Any) -> bool:
    """May this person write a page somewhere?"""
    return policy_registry.get_by_type(Page).user_has_any_permission(user, {"add", "change"})


def my_drafts(user: Any) -> list[Errand]:
    """The one touched last first (seven queries at most beside those of the person's rights)."""
    lines: list[Errand] = []
    if may_import(user):
        lines += [upload_line(upload) for upload in files_to_finish(user)] + release_lines(my_releases(user))
    if writes_pages(user):
        lines += page_lines(user)
    return sorted(lines + dashboard.DRAFTS.gather(user), key=lambda line: line.moment, reverse=True)


def files_to_finish(user: Any) -> QuerySet[Upload]:
    """Files that this person dropped and has not finished with (one query)."""
    waiting = visible_uploads(user).filter(uploaded_by=user.pk, state__in=[Upload.State.RECEIVED, Upload.State.READ])
    return waiting.select_related("indicator").order_by("-saved_at")[:READ]


def upload_line(upload: Upload) -> Errand:
    """A file leads back to its reading."""
    return Errand(
        title=str(upload.indicator or upload.original_name),
        address=reverse("assistant:reading", args=[upload.pk]),
        about=_("Chiffres. Gardé %(since)s.") % {"since": in_words(upload.saved_at)},
        moment=upload.saved_at,
        what=what_blocks(upload),
    )


def what_blocks(upload: Upload) -> str:
    """The next thing to do with a file."""
    draft = draft_of(upload)
    if draft.problem:
        return _("Bloqué\u00a0: %(problem)s") % {"problem": draft.problem}
    if upload.state == Upload.State.RECEIVED:
        return _("Le fichier n’a pas encore été lu")
    if not upload.indicator_id:
        return _("La fiche du nouvel indicateur reste à remplir")
    return _("Reste à comparer et à soumettre") if draft.is_checked else _("La lecture reste à vérifier")


def my_releases(user: Any) -> QuerySet[Release]:
    """Mine that are not public yet and were not, the latest first (one query)."""
    mine = visible_releases(user).filter(
        created_by=user.pk, first_published_at=None, provenance__state=ReleaseImport.State.SEALED
    )
    rows = mine.select_related("indicator", "provenance", "publication").order_by("-created_at")
    return with_date(with_review(rows))[:READ]


def release_lines(releases: Iterable[Release]) -> list[Errand]:
    """Updates not submitted, or sent back with a comment (one query for the comments)."""
    waiting = [release for release in releases if release_tag(release).code in (DRAFT, TO_CORRECT)]
    comments = comments_on(Release, [release.pk for release in waiting])
    return [
        Errand(
            title=str(release),
            address=reverse("wagtailsnippets_indicators_release:edit", args=[release.pk]),
            about=_("Chiffres. Importés %(since)s.") % {"since": in_words(release.created_at)},
            moment=release.created_at,
            what=sent_back(comments.get(str(release.pk))),
        )
        for release in waiting
    ]


def page_lines(user: Any) -> list[Errand]:
    """Pages whose latest version this person wrote, that is neither online nor in review (three queries)."""
    mine = Page.objects.filter(latest_revision__user=user.pk, alias_of=None).filter(
        Q(live=False) | Q(has_unpublished_changes=True)
    )
    undated = mine.exclude(latest_revision__approved_go_live_at__isnull=False)
    pages = list(undated.order_by("-latest_revision_created_at")[:READ])
    reviews = dict(open_reviews_of(page.pk for page in pages))
    comments = comments_on(Page, [page.pk for page in pages])
    in_progress = WorkflowState.STATUS_IN_PROGRESS
    return [page_line(page, comments) for page in pages if reviews.get(str(page.pk)) != in_progress]


def open_reviews_of(pages: Iterable[int]) -> QuerySet:
    """Identifier and state of the reviews of these pages that are not over (one query)."""
    found = WorkflowState.objects.active().filter(
        base_content_type=ContentType.objects.get_for_model(Page), object_id__in=[str(pk) for pk in pages]
    )
    return found.values_list("object_id", "status")


def page_line(page: Page, comments: dict[str, str]) -> Errand:
    """A page leads to its form."""
    kind = page.cached_content_type.model_class() or Page
    moment = page.latest_revision_created_at
    return Errand(
        title=page.get_admin_display_title(),
        address=reverse("wagtailadmin_pages:edit", args=[page.pk]),
        about=_("%(kind)s. Gardé %(since)s.")
        % {"kind": capfirst(str(kind._meta.verbose_name)), "since": in_words(moment)},
        moment=moment,
        what=sent_back(comments.get(str(page.pk))),
    )


def comments_on(model: Any, keys: list[int]) -> dict[str, str]:
    """By identifier, the comment with which the open review was last sent back (one query)."""
    rejected = TaskState.objects.filter(
        status=TaskState.STATUS_REJECTED,
        workflow_state__status=WorkflowState.STATUS_NEEDS_CHANGES,
        workflow_state__base_content_type=ContentType.objects.get_for_model(model),
        workflow_state__object_id__in=[str(key) for key in keys],
    )
    return dict(rejected.order_by("finished_at").values_list("workflow_state__object_id", "comment"))


def sent_back(comment: str | None) -> str:
    """Why it is not in review."""
    if comment is None:
        return _("Pas encore soumis à relecture")
    return _("À corriger\u00a0: %(comment)s") % {"comment": comment} if comment else _("À corriger")

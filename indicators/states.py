"""Where an indicator and a release stand, in one word and a tone, from rows annotated once for a whole list."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import CharField, Exists, OuterRef, QuerySet, Subquery
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Revision, WorkflowState

from indicators.models import Indicator, Release

ONLINE, DRAFT, IN_REVIEW, TO_CORRECT, PLANNED, REPLACED, WITHDRAWN = (
    "online",
    "draft",
    "in_review",
    "to_correct",
    "planned",
    "replaced",
    "withdrawn",
)
LABELS = {
    ONLINE: gettext_lazy("en ligne"),
    DRAFT: gettext_lazy("brouillon"),
    IN_REVIEW: gettext_lazy("en relecture"),
    TO_CORRECT: gettext_lazy("à corriger"),
    PLANNED: gettext_lazy("programmée"),
    REPLACED: gettext_lazy("remplacée"),
    WITHDRAWN: gettext_lazy("retirée"),
}


@dataclass(frozen=True, slots=True)
class Tag:
    """A word; `strong` when it is about what visitors see."""

    code: str
    strong: bool = False

    @property
    def label(self) -> str:
        return str(LABELS[self.code])


def with_review(rows: QuerySet) -> QuerySet:
    """Annotates `review_status`: that of the open review, or None."""
    mine = WorkflowState.objects.active().filter(
        base_content_type=rows.model.get_base_content_type(), object_id=Cast(OuterRef("pk"), CharField())
    )
    return rows.annotate(review_status=Subquery(mine.values("status")[:1]))


def with_date(rows: QuerySet) -> QuerySet:
    """Annotates `is_planned`: an approved revision waits for its date."""
    planned = Revision.objects.filter(
        base_content_type=rows.model.get_base_content_type(),
        object_id=Cast(OuterRef("pk"), CharField()),
        approved_go_live_at__isnull=False,
    )
    return rows.annotate(is_planned=Exists(planned))


def indicator_tags(indicator: Indicator) -> list[Tag]:
    """What the list says of a sheet: public or not, in review or not."""
    public = indicator.live and getattr(indicator, "publication", None) is not None
    tags = [Tag(ONLINE, strong=True)] if public else []
    tags += review_tags(indicator)
    return tags or [Tag(DRAFT)]


def release_tag(release: Release) -> Tag:
    """The state of a release."""
    if getattr(release, "publication", None) is not None:
        return Tag(ONLINE, strong=True)
    if release.provenance.withdrawn_at:
        return Tag(WITHDRAWN)
    if review := review_tags(release):
        return review[0]
    if release.is_planned:
        return Tag(PLANNED)
    return Tag(REPLACED) if release.first_published_at else Tag(DRAFT)


def review_tags(row: Any) -> list[Tag]:
    """In review, or sent back."""
    if row.review_status == WorkflowState.STATUS_IN_PROGRESS:
        return [Tag(IN_REVIEW)]
    return [Tag(TO_CORRECT)] if row.review_status else []


def is_late(expected: date | None) -> bool:
    """Are the next figures overdue?"""
    return expected is not None and expected < timezone.localdate()


def in_words(moment: Any) -> str:
    """How long ago, in the largest unit that fits: « il y a 3 jours »."""
    days = (timezone.localdate() - timezone.localtime(moment).date()).days
    if days <= 0:
        return _("aujourd’hui")
    if days == 1:
        return _("hier")
    if days < 60:
        return _("il y a %(count)s jours") % {"count": days}
    if days < 730:
        return _("il y a %(count)s mois") % {"count": days // 30}
    return _("il y a %(count)s ans") % {"count": days // 365}

"""When the original changes, its translations know it."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from wagtail.models import Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationLog, TranslationSource

from portal.models.page import BasePage


def follow_publication(sender: type, instance: Any, **kwargs: object) -> None:
    """After a page went online: the texts to translate are those that the public now reads."""
    if not isinstance(instance, BasePage):
        return
    source = TranslationSource.objects.get_for_instance_or_none(instance)
    if source is not None:
        source.update_from_db()


def lags_since(page: Any) -> datetime | None:
    """Since when this page is older than its original; None for an original or an up-to-date translation.

    At most two queries. An original that was published again without a change of content does not count: the source
    is renewed, but so are the texts, and the translation made of them is the same.
    """
    log = (
        TranslationLog.objects.filter(
            source__object_id=page.translation_key, locale_id=page.locale_id, revision_id=page.live_revision_id
        )
        .order_by("-created_at")
        .values("created_at", "source__last_updated_at")
        .first()
        if page.live_revision_id
        else None
    )
    if log is None or log["source__last_updated_at"] <= log["created_at"]:
        return None
    moment: datetime = log["source__last_updated_at"]
    return moment


def translations_to_renew() -> list[tuple[Translation, Page]]:
    """Followed translations whose online page is older than the original, or that lack texts: three queries."""
    lacking = Translation.objects.filter(enabled=True).annotate(lacks_texts=Exists(_untranslated()))
    found = list(lacking.select_related("source", "target_locale").order_by("pk"))
    keys = {translation.source.object_id for translation in found}
    online = Page.objects.live().filter(translation_key__in=keys).order_by("pk")
    pages = {(page.translation_key, page.locale_id): page for page in online}
    late = _late_revisions(page.live_revision_id for page in online)
    pairs = [(one, pages.get((one.source.object_id, one.target_locale_id))) for one in found]
    return [(one, page) for one, page in pairs if page and (one.lacks_texts or page.live_revision_id in late)]


def _untranslated() -> QuerySet[StringSegment]:
    """The texts of the original that a translation, the row outside, does not have."""
    written = StringTranslation.objects.filter(
        translation_of=OuterRef("string"),
        context=OuterRef("context"),
        locale=OuterRef(OuterRef("target_locale")),
        has_error=False,
    )
    return StringSegment.objects.filter(~Exists(written), source=OuterRef("source"))


def _late_revisions(revisions: Iterable[int | None]) -> set[int]:
    """Those, among the revisions of translations, whose original has changed since they were made."""
    wanted = [pk for pk in revisions if pk]
    logs = TranslationLog.objects.filter(revision__in=wanted).order_by("created_at")
    made = {
        pk: (at, changed) for pk, at, changed in logs.values_list("revision", "created_at", "source__last_updated_at")
    }
    return {pk for pk, (at, changed) in made.items() if changed > at}

"""When the original changes, its translations know it."""

from datetime import datetime
from typing import Any

from wagtail.models import Page
from wagtail_localize.models import Translation, TranslationLog, TranslationSource

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
    """Followed translations whose online page is older than the original, or that lack texts, the oldest first."""
    found = Translation.objects.filter(enabled=True).select_related("source", "target_locale")
    pairs = [(translation, page) for translation in found if (page := _online_page(translation)) is not None]
    return [
        (translation, page)
        for translation, page in pairs
        if lags_since(page) is not None or translation.get_progress()[0] != translation.get_progress()[1]
    ]


def _online_page(translation: Translation) -> Any:
    return Page.objects.filter(
        translation_key=translation.source.object_id, locale_id=translation.target_locale_id, live=True
    ).first()

"""From a French page to the draft of its translation, and from there to the review."""

from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.db import transaction
from django.utils.translation import ngettext
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation, TranslationLog, TranslationSource

from portal.models import User
from portal.page_services import submit_page
from portal.review import NotAllowed


class TranslationIncomplete(NotAllowed):
    """Some texts have no translation yet: `count` of them."""

    def __init__(self, count: int) -> None:
        self.count = count
        sentence = ngettext(
            "Un texte n’est pas encore traduit\u00a0: rien d’incomplet ne part en relecture.",
            "%(count)s textes ne sont pas encore traduits\u00a0: rien d’incomplet ne part en relecture.",
            count,
        )
        super().__init__(sentence % {"count": count})


@transaction.atomic
def start_translation(*, page: Any, locale: Locale, user: User) -> Translation:
    """The translation of `page` into `locale`, with a draft page when there is none yet. Safe to repeat.

    The texts come from what is online, or from the latest draft of a page that never was. Raises NotAllowed when the
    parent page does not exist in that language.
    """
    content = page if page.live else page.get_latest_revision_as_object()
    source, _created = TranslationSource.update_or_create_from_instance(content)
    translation, _created = Translation.objects.update_or_create(
        source=source, target_locale=locale, defaults={"enabled": True}
    )
    if not page.has_translation(locale):
        if not page.get_parent().has_translation(locale):
            raise NotAllowed
        draft = page.copy_for_translation(locale)
        draft.save_revision(user=user, clean=False)
    return translation


def missing_count(translation: Translation) -> int:
    """How many texts of the original have no translation (one query)."""
    total, translated = translation.get_progress()
    return int(total - translated)


@transaction.atomic
def draft_translation(*, translation: Translation, user: User) -> Any:
    """Write a new revision of the translated page from the texts translated so far, and return the page.

    The row of the page is left alone: what is online stays until the revision has been reviewed. Texts without a
    translation stand in French in the draft.
    """
    draft = translation.source.get_ephemeral_translated_instance(translation.target_locale, fallback=True)
    draft.slug = translation.get_target_instance().slug
    revision = draft.save_revision(user=user, log_action=True, clean=False)
    TranslationLog.objects.create(source=translation.source, locale=translation.target_locale, revision=revision)
    return Page.objects.get(pk=draft.pk).specific


@transaction.atomic
def submit_translation(*, translation: Translation, user: User) -> Any:
    """Draft the translation and send it to review. Raises TranslationIncomplete, or NotAllowed when it is in review."""
    count = missing_count(translation)
    if count:
        raise TranslationIncomplete(count)
    page = draft_translation(translation=translation, user=user)
    page.full_clean()
    submit_page(page=page, user=user)
    return page


def translation_of(page: Any) -> Translation | None:
    """The translation that makes this page, when it is followed string by string (one query)."""
    try:
        return Translation.objects.select_related("source__locale", "target_locale").get(
            source__object_id=page.translation_key, target_locale_id=page.locale_id, enabled=True
        )
    except ObjectDoesNotExist:
        return None

"""Loads the pages of the demo: written by the editor, read by the reviewer, then translated and read again."""

from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.utils import translation
from wagtail.models import Locale
from wagtail_localize.models import StringTranslation, Translation
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from home.demo.bodies import body_of
from home.demo.content import PageContent, page_contents
from home.demo.places import existing_page, new_page, parent_of
from indicators.demo.accounts import EDITOR, REVIEWER
from portal.localisation import start_translation, submit_translation
from portal.models import User
from portal.page_services import add_draft, approve_page, submit_page
from sdg_pages.models import SdgPage


def load_pages(told: Callable[[str], None]) -> int:
    """Bring the pages that are missing or that nobody has written yet; how many. A second run changes nothing."""
    editor = User.objects.filter(email=EDITOR.email).first()
    reviewer = User.objects.filter(email=REVIEWER.email).first()
    if editor is None or reviewer is None:
        return 0
    loaded = 0
    for content in page_contents():
        page = existing_page(content, "fr")
        if page is not None and page.live_revision_id:
            continue
        load_page(content, editor, reviewer)
        told(content.fields("fr").get("title", content.key))
        loaded += 1
    return loaded


@transaction.atomic
def load_page(content: PageContent, editor: User, reviewer: User) -> None:
    """One page in French, then its translation, each through the review."""
    with translation.override("fr"):
        page = existing_page(content, "fr")
        if page is None:
            page = write(new_page(content), content, "fr")
            add_draft(parent=parent_of(content, "fr"), page=page, user=editor)
        else:
            write(page, content, "fr").save_revision(user=editor)
        submit_page(page=page, user=editor)
        page = approve_page(page=page, user=reviewer)
        translate(page, content, editor, reviewer)


def translate(page: Any, content: PageContent, editor: User, reviewer: User) -> None:
    """The English page, string by string."""
    english = Locale.objects.get(language_code="en")
    followed = start_translation(page=page, locale=english, user=editor)
    keep_strings(followed, write(page.specific_class.objects.get(pk=page.pk), content, "en"), editor)
    submit_translation(translation=followed, user=editor)
    approve_page(page=page.get_translation(english).specific, user=reviewer)


def keep_strings(followed: Translation, english: Any, user: User) -> None:
    """Give each text of the original the one that stands at the same place of `english`, which is never saved."""
    texts: dict[str, list[str]] = {}
    for segment in extract_segments(english):
        if isinstance(segment, StringSegmentValue) and not segment.is_empty():
            texts.setdefault(segment.path, []).append(segment.string.data)
    for segment in followed.source.stringsegment_set.select_related("string", "context").order_by("order"):
        data = texts[segment.context.path].pop(0)
        StringTranslation.objects.update_or_create(
            translation_of=segment.string,
            locale=followed.target_locale,
            context=segment.context,
            defaults={"data": data, "translation_type": "manual", "last_translated_by": user},
        )


def write(page: Any, content: PageContent, language: str) -> Any:
    """Fill the fields of the page from the texts of that language; nothing is saved. A goal has its own name."""
    if isinstance(page, SdgPage):
        page.title = getattr(page.goal, f"name_{language}")
    for name, text in content.fields(language).items():
        setattr(page, name, text)
    for name, value in content.raw.get("facts", {}).items():
        setattr(page, name, value)
    raw = body_of(content.key, content.raw.get("body", []), language)
    field = page._meta.get_field("body")
    page.body = field.stream_block.to_python(raw)
    return page

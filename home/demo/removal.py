"""Takes the pages of the demo away; those that a new installation has become again what they are there."""

from typing import Any

from django.db import transaction
from wagtail.models import ReferenceIndex, Revision, TaskState, WorkflowState
from wagtail_localize.models import TranslatableObject, TranslationContext, TranslationSource

from home.demo.places import demo_pages
from home.models import StandardPage
from home.starter.content import starter_fields, starter_page
from sdg_pages.models import SdgPage


@transaction.atomic
def remove_pages() -> int:
    """Remove the pages that the demo brought, give those that it wrote their former text; how many."""
    pages = demo_pages()
    for page in pages:
        forget_translation(page)
        former = former_fields(page)
        if former is None:
            page.delete()
        else:
            give_back(page, former)
    return len(pages)


def former_fields(page: Any) -> dict[str, Any] | None:
    """What a new installation has at this place; None when it has nothing."""
    if isinstance(page, SdgPage):
        return {"body": [], "key_message": "", "signed_by": ""}
    content = starter_page(page.slug) if isinstance(page, StandardPage) else None
    return starter_fields(content, page.locale.language_code) if content else None


def give_back(page: Any, former: dict[str, Any]) -> None:
    """The page as the migrations made it: its text, and no trace of a review."""
    states: Any = WorkflowState.objects.filter(object_id=str(page.pk), base_content_type=page.get_base_content_type())
    TaskState.objects.filter(workflow_state__in=states).delete()
    states.delete()
    body = page._meta.get_field("body").stream_block.to_python(former["body"])
    settled = {"live_revision": None, "latest_revision": None, "has_unpublished_changes": False}
    type(page).objects.filter(pk=page.pk).update(**former | settled | {"body": body})
    Revision.objects.filter(object_id=str(page.pk), base_content_type=page.get_base_content_type()).delete()
    ReferenceIndex.create_or_update_for_object(type(page).objects.get(pk=page.pk))


def forget_translation(page: Any) -> None:
    """Its texts and their translations, in the order in which they protect one another."""
    TranslationSource.objects.filter(object_id=page.translation_key).delete()
    TranslationContext.objects.filter(object_id=page.translation_key).delete()
    TranslatableObject.objects.filter(translation_key=page.translation_key).delete()

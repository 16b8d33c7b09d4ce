"""Takes the pages of the demo away; the pages of the goals become again what a new installation has."""

from typing import Any

from django.db import transaction
from wagtail.models import ReferenceIndex, Revision, TaskState, WorkflowState
from wagtail_localize.models import TranslatableObject, TranslationContext, TranslationSource

from home.demo.places import demo_pages
from sdg_pages.models import SdgPage


@transaction.atomic
def remove_pages() -> int:
    """Remove or empty the pages that the demo wrote; how many."""
    pages = demo_pages()
    for page in pages:
        forget_translation(page)
        if isinstance(page, SdgPage):
            empty(page)
        else:
            page.delete()
    return len(pages)


def forget_translation(page: Any) -> None:
    """Its texts and their translations, in the order in which they protect one another."""
    TranslationSource.objects.filter(object_id=page.translation_key).delete()
    TranslationContext.objects.filter(object_id=page.translation_key).delete()
    TranslatableObject.objects.filter(translation_key=page.translation_key).delete()


def empty(page: SdgPage) -> None:
    """The page of a goal without a text, as the migrations made it."""
    states: Any = WorkflowState.objects.filter(object_id=str(page.pk), base_content_type=page.get_base_content_type())
    TaskState.objects.filter(workflow_state__in=states).delete()
    states.delete()
    SdgPage.objects.filter(pk=page.pk).update(
        body=[], key_message="", signed_by="", live_revision=None, latest_revision=None, has_unpublished_changes=False
    )
    Revision.objects.filter(object_id=str(page.pk), base_content_type=page.get_base_content_type()).delete()
    ReferenceIndex.create_or_update_for_object(SdgPage.objects.get(pk=page.pk))

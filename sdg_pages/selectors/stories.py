"""What has been written about an indicator: the pages whose body shows its figures."""

from collections.abc import Sequence

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, TextField
from django.db.models.functions import Cast
from django.utils.translation import get_language
from wagtail.models import ReferenceIndex

from indicators.blocks.questions import questions_of
from indicators.models import Indicator
from portal.slots import Story
from sdg_pages.models.tagged import TaggedPage
from sdg_pages.selectors.reading_list import MODELS, kind_label

MOST = 4
MOST_READ = 20
"""Pages of a kind whose body is read: those that only happen to hold the word of the code are few."""


def stories_about(indicator: Indicator) -> Sequence[Story]:
    """Live articles, resources and events in the language in force that show this indicator, the latest first.

    In a block, which Wagtail's index of references knows, or in the middle of a sentence, which it does not; as it is
    now or frozen to a release. Four queries: the index, then each kind of page.
    """
    references = ReferenceIndex.objects.filter(
        to_content_type=ContentType.objects.get_for_model(Indicator), to_object_id=str(indicator.pk)
    )
    keys = {int(key) for key in references.values_list("object_id", flat=True) if key.isdigit()}
    read = [page for model in MODELS for page in _live(model, keys, indicator.code)]
    pages = [page for page in read if page.pk in keys or _names(page, indicator.code)]
    latest = sorted(pages, key=lambda page: page.first_published_at, reverse=True)[:MOST]
    return [Story(page.title, page.url, str(kind_label(page))) for page in latest]


def _live(model: type[TaggedPage], keys: set[int], code: str) -> Sequence[TaggedPage]:
    shown = Q(pk__in=keys) | Q(stored_body__contains=code)
    known = model.objects.live().filter(locale__language_code=get_language(), first_published_at__isnull=False)
    found = known.annotate(stored_body=Cast("body", TextField())).filter(shown)
    return found.order_by("-first_published_at")[:MOST_READ]


def _names(page: TaggedPage, code: str) -> bool:
    """Is there a place of this indicator in a sentence of the page?"""
    return any(question.wanted.key == code for question in questions_of(page.body))

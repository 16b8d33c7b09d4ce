"""What has been written about an indicator: the pages whose body shows its figures."""

from collections.abc import Sequence

from django.contrib.contenttypes.models import ContentType
from django.utils.translation import get_language
from wagtail.models import ReferenceIndex

from indicators.models import Indicator
from portal.slots import Story
from sdg_pages.models.tagged import TaggedPage
from sdg_pages.selectors.reading_list import MODELS, kind_label

MOST = 4


def stories_about(indicator: Indicator) -> Sequence[Story]:
    """Live articles, resources and events in the language in force that show this indicator, the latest first.

    Four queries at most: Wagtail's index of references, then each kind of page.
    """
    references = ReferenceIndex.objects.filter(
        to_content_type=ContentType.objects.get_for_model(Indicator), to_object_id=str(indicator.pk)
    )
    keys = {int(key) for key in references.values_list("object_id", flat=True) if key.isdigit()}
    if not keys:
        return []
    pages = [page for model in MODELS for page in _live(model, keys)]
    latest = sorted(pages, key=lambda page: page.first_published_at, reverse=True)[:MOST]
    return [Story(page.title, page.url, str(kind_label(page))) for page in latest]


def _live(model: type[TaggedPage], keys: set[int]) -> Sequence[TaggedPage]:
    return model.objects.live().filter(
        pk__in=keys, locale__language_code=get_language(), first_published_at__isnull=False
    )

"""Pages in two languages: the French page is the original, its translation follows it string by string.

The segments and their memory are wagtail-localize's. What is ours: a translation is drafted as a revision and never
written over what is online, it is complete before it is submitted, and it is reviewed like any page.
"""

from .drafting import TranslationIncomplete, draft_translation, missing_count, start_translation, submit_translation
from .following import follow_publication, lags_since

__all__ = [
    "TranslationIncomplete",
    "draft_translation",
    "follow_publication",
    "lags_since",
    "missing_count",
    "start_translation",
    "submit_translation",
]

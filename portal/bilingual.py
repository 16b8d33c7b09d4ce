"""Catalogue rows hold their texts in `…_fr` and `…_en`; pages have a tree per language instead."""

from django.utils.translation import get_language


class Bilingual:
    """Read-only attribute: the text in the active language, in French where the English one is empty.

    `title = Bilingual("title")` reads `title_fr` or `title_en`.
    """

    def __init__(self, stem: str) -> None:
        self.stem = stem

    def __get__(self, instance: object | None, owner: type) -> "str | Bilingual":
        if instance is None:
            return self
        language = (get_language() or "fr")[:2]
        return getattr(instance, f"{self.stem}_{language}", "") or getattr(instance, f"{self.stem}_fr")

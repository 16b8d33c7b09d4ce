"""Writing the index. What did not change is left alone, so that rebuilding everything costs little."""

import hashlib
from collections.abc import Iterable
from dataclasses import astuple

from django.db import transaction
from django.urls import get_script_prefix

from home.models import SearchEntry, SearchWord
from portal.findable import Findable
from portal.generation import renew_generation
from portal.words import words_of

TITLE, SUMMARY, TEXT = 20, 5, 1
"""A word of the title says more than one of the summary, and far more than one of the text."""
FORM = "1"
"""Changes when words are read another way: every entry is then written again."""


@transaction.atomic
def index_entries(*, language: str, findables: Iterable[Findable]) -> int:
    """Add these entries or bring them up to date; returns how many changed (one query, four for each that changed)."""
    found = list(findables)
    kinds = {findable.kind for findable in found}
    entries = SearchEntry.objects.filter(language=language, kind__in=kinds).values_list("kind", "reference", "digest")
    known = {(kind, reference): digest for kind, reference, digest in entries}
    changed = [item for item in found if known.get((item.kind, item.reference)) != digest_of(item)]
    for findable in changed:
        _write(language, findable)
    if changed:
        renew_generation()
    return len(changed)


@transaction.atomic
def forget_entries(*, language: str, kinds: Iterable[str], references: Iterable[str]) -> int:
    """Remove the entries of these references, whichever of these kinds they are; returns how many."""
    entries = SearchEntry.objects.filter(language=language, kind__in=list(kinds), reference__in=list(references))
    count = len(entries)
    if count:
        entries.delete()
        renew_generation()
    return count


@transaction.atomic
def rebuild(*, language: str, findables: Iterable[Findable]) -> int:
    """Make the index of a language hold these entries and no other; returns how many were written or removed."""
    found = list(findables)
    wanted = {(item.kind, item.reference) for item in found}
    entries = SearchEntry.objects.filter(language=language)
    gone = [pk for pk, *name in entries.values_list("pk", "kind", "reference") if tuple(name) not in wanted]
    SearchEntry.objects.filter(pk__in=gone).delete()
    if gone:
        renew_generation()
    return len(gone) + index_entries(language=language, findables=found)


def digest_of(findable: Findable) -> str:
    """The same as long as neither the entry nor the way of reading it changes."""
    return hashlib.sha256(f"{FORM}{astuple(findable)}".encode()).hexdigest()


def _write(language: str, findable: Findable) -> None:
    entry, _created = SearchEntry.objects.update_or_create(
        language=language,
        kind=findable.kind,
        reference=findable.reference,
        defaults={
            "title": findable.title[:255],
            "summary": findable.summary,
            "text": findable.text,
            "address": findable.address.removeprefix(get_script_prefix().rstrip("/")),
            "date": findable.date,
            "digest": digest_of(findable),
        },
    )
    SearchWord.objects.filter(entry=entry).delete()
    SearchWord.objects.bulk_create(_words(entry, findable, language), batch_size=200)


def _words(entry: SearchEntry, findable: Findable, language: str) -> list[SearchWord]:
    """Each word once, with the weight of the best place where it stands."""
    words: dict[str, SearchWord] = {}
    parts = ((findable.title, TITLE), (findable.keywords, TITLE), (findable.summary, SUMMARY), (findable.text, TEXT))
    for text, weight in parts:
        for word in words_of(text, language):
            row = SearchWord(entry=entry, stem=word.stem, word=word.folded, written=word.written, weight=weight)
            words.setdefault(word.folded, row)
    return list(words.values())

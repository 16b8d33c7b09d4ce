"""The rules, each a function from the blocks of a page to findings. Those on links stand in `link_rules`."""

import re
from collections.abc import Callable, Iterable, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.blocks.text import H2, HeadingBlock
from portal.content_checks.findings import ChecksItself, Finding, Severity
from portal.content_checks.readability import FAIRLY_HARD, HARD, long_sentences, reading_ease
from portal.content_checks.reading import Placed, running_text
from portal.formatting import quoted

MOST_LISTED = 5
_CAPITALS = re.compile(r"\b[A-ZÀ-Ý]{2,}(?:[\s\u00a0'’-]+[A-ZÀ-Ý]{2,}){2,}\b")

Rule = Callable[[Sequence[Placed], str], Iterable[Finding]]


def own_flaws(placed: Sequence[Placed], language: str) -> Iterable[Finding]:
    """Blocking: what blocks say of themselves, such as an image without words or a chart without description."""
    for one in placed:
        if isinstance(one.block, ChecksItself):
            yield from (_about(one, sentence, Severity.BLOCKING) for sentence in one.block.flaws(one.value))


def heading_order(placed: Sequence[Placed], language: str) -> Iterable[Finding]:
    """Blocking: a heading of the second level stands below one of the first, in the same field."""
    opened: set[str] = set()
    for one in placed:
        if not isinstance(one.block, HeadingBlock):
            continue
        if one.value["level"] == H2:
            opened.add(one.field)
        elif one.field not in opened:
            words = {"title": quoted(one.value["text"])}
            yield _about(one, _("La sous-partie %(title)s vient avant toute partie.") % words, Severity.BLOCKING)


def capitals(placed: Sequence[Placed], language: str) -> Iterable[Finding]:
    """Warning: three words or more in capitals, which are read letter by letter."""
    for one in placed:
        texts = [running_text(one), one.value["text"] if isinstance(one.block, HeadingBlock) else ""]
        for found in (match[0] for text in texts for match in _CAPITALS.finditer(text)):
            sentence = _("%(words)s\u00a0: des mots entiers en capitales se lisent mal.") % {"words": quoted(found)}
            yield _about(one, sentence, Severity.WARNING)


def sentences_too_long(placed: Sequence[Placed], language: str) -> Iterable[Finding]:
    """Warning: each sentence of more than thirty words, the first five of a page."""
    found = [(one, text, count) for one in placed for text, count in long_sentences(running_text(one))]
    for one, text, count in found[:MOST_LISTED]:
        words = {"start": quoted(_start_of(text)), "count": count}
        yield _about(one, _("Phrase de %(count)s mots, à couper\u00a0: %(start)s.") % words, Severity.WARNING)
    if len(found) > MOST_LISTED:
        left = len(found) - MOST_LISTED
        message = ngettext("%(count)s autre phrase longue.", "%(count)s autres phrases longues.", left)
        yield Finding(message % {"count": left}, Severity.WARNING)


def reading_level(placed: Sequence[Placed], language: str) -> Iterable[Finding]:
    """Warning: a text that most adults would find hard (see `readability` for the formulas)."""
    ease = reading_ease("\n".join(running_text(one) for one in placed), language)
    if ease is None or ease >= FAIRLY_HARD:
        return
    words = {"score": round(ease)}
    if ease < HARD:
        message = _("Texte très difficile à lire (%(score)s sur 100)\u00a0: phrases plus courtes, mots plus courants.")
    else:
        message = _("Texte difficile à lire (%(score)s sur 100)\u00a0: visez 50 ou plus.")
    yield Finding(message % words, Severity.WARNING)


RULES: tuple[Rule, ...] = (own_flaws, heading_order, capitals, sentences_too_long, reading_level)


def _start_of(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:60].rsplit(' ', 1)[0]}…"


def _about(placed: Placed, message: str, severity: Severity) -> Finding:
    return Finding(message, severity, placed.field, placed.block_id)

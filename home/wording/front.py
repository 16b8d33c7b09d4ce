"""What `home/home_page.html` reads."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from home.navigation import is_answered
from home.selectors import FrontPage
from home.wording.signals import SHOWN_FRAGILE, columns_of, said
from home.wording.standing import standing_of
from home.wording.updates import expected_update, latest_update
from portal.addresses import site_address
from portal.formatting import typographic
from sdg_pages.wording.tiles import goal_tile

PLACE = re.compile(r"\{(?:territoire|territory)\}")
LINK, COMPANIES = "lien-rse-odd", "entreprises"
TEXTS = (
    "introduction",
    "explore_title",
    "assess_title",
    "assess_text",
    "standing_title",
    "standing_text",
    "improving_title",
    "worsening_title",
    "fragile_title",
    "fragile_text",
    "goals_title",
    "goals_text",
    "companies_title",
    "companies_text",
    "issues_title",
    "issues_text",
    "updates_title",
    "updates_text",
)


@dataclass(frozen=True, slots=True)
class Words:
    """A piece of the headline; `tone` is `fwd` for what goes forward, `bwd` for what goes back."""

    text: str
    tone: str = ""


def front_context(page: Any, front: FrontPage, territory: str) -> dict[str, object]:
    """The words of the page with the territory named, and the figures in words and drawings."""
    texts = {name: filled(getattr(page, name), territory) for name in TEXTS}
    signals = front.signals
    return {
        "front": front,
        "texts": texts,
        "headline": list(headline(filled(page.headline, territory), page.forward_words, page.backward_words)),
        "standing": standing_of(signals) if front.indicator_count else None,
        "columns": columns_of(signals, texts["improving_title"], texts["worsening_title"]),
        "fragile": said(signals.fragile, SHOWN_FRAGILE),
        "tiles": [goal_tile(state) for state in front.goals],
        "updates": [*map(latest_update, front.latest), *map(expected_update, front.expected)],
        "assess_address": assess_address(),
        "is_front": True,
    }


def assess_address() -> str:
    """Where a company reads what is coming: the link between CSR and the goals, else the section of this page."""
    return site_address(LINK) if is_answered(LINK) else f"#{COMPANIES}"


def filled(text: str, territory: str) -> str:
    """A text of an editor with its place filled by name and nothing else, in careful typography."""
    return typographic(PLACE.sub(lambda _place: territory, text))


def headline(text: str, forward: str, backward: str) -> Iterator[Words]:
    """The headline cut where words are coloured."""
    tones = {typographic(words): tone for words, tone in ((forward, "fwd"), (backward, "bwd")) if words}
    if not tones:
        yield Words(text)
        return
    for piece in re.split(f"({'|'.join(map(re.escape, tones))})", text):
        if piece:
            yield Words(piece, tones.get(piece, ""))

"""What the page of a goal says: made from its facts, in the language in force."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from indicators.models import IssueGoalLink, Source
from indicators.policies.redistribution import producer_links
from indicators.selectors.filters import GOAL, ISSUE
from indicators.selectors.side_by_side.asked import MOST_INDICATORS, address_query
from indicators.wording.calendar import when_in_words
from portal.addresses import site_address
from portal.formatting import typographic
from portal.sorting import reading_order
from sdg_pages.selectors.goal_facts import GoalFacts
from sdg_pages.wording.counts import indicators_followed, trend_counts
from sdg_pages.wording.goal_cards import goal_card
from sdg_pages.wording.lead import lead

if TYPE_CHECKING:
    from sdg_pages.models import SdgPage


MOST_CARDS, MOST_ISSUES = 9, 4
"""What a page shows of long lists; the catalogue and the table of links hold the rest."""


@dataclass(frozen=True, slots=True)
class IssueLine:
    """An issue that acts on the goal; its address is that of its indicators."""

    name: str
    address: str


def goal_words(page: "SdgPage", facts: GoalFacts) -> dict[str, Any]:
    """Everything that `sdg_pages/goal_page.html` reads beside the page itself."""
    sentence = page.key_message or lead(facts.figures)
    cards = [goal_card(one) for one in facts.figures[:MOST_CARDS]]
    return {
        "facts": facts,
        "has_charts": any(child.block_type == "chart" for child in page.body),
        "lead": typographic(sentence),
        "summary": _summary(facts, sentence),
        "counts": trend_counts(one.trend for one in facts.figures),
        "updated": _updated(facts),
        "cards_title": indicators_followed(len(facts.figures)),
        "cards": cards,
        "more_cards": len(facts.figures) - len(cards),
        "compares": any(card.comparison for card in cards),
        "unfollowed": _unfollowed(facts),
        "sources": _sources(facts),
        "files": _files(facts),
        "expected": when_in_words(facts.expected.expected, facts.expected.precision) if facts.expected else "",
        "compared": _compared(facts),
        "catalogue": _in_catalogue(GOAL, facts.goal.number),
        "issues": [
            IssueLine(str(link.issue.name), _in_catalogue(ISSUE, link.issue_id))
            for link in _main_first(facts)[:MOST_ISSUES]
        ],
        "breadcrumb": [
            (_("Objectifs"), site_address("odd")),
            (_("ODD %(number)s") % {"number": facts.goal.number}, ""),
        ],
    }


def _compared(facts: GoalFacts) -> str:
    """The address that compares the indicators of the goal, the first ones when there are many."""
    slugs = tuple(one.figure.indicator.slug for one in facts.figures[:MOST_INDICATORS])
    return reverse("compare:page") + address_query(slugs, ())


def _main_first(facts: GoalFacts) -> list[IssueGoalLink]:
    return sorted(facts.issues, key=lambda link: (not link.is_main, link.issue_id))


def _in_catalogue(parameter: str, number: int) -> str:
    return f"{reverse('indicators:list')}?{urlencode({parameter: number})}"


def _summary(facts: GoalFacts, sentence: str) -> str:
    """The description for search engines when the team wrote none."""
    words = {"number": facts.goal.number, "name": facts.goal.name, "sentence": sentence}
    return typographic(_("ODD %(number)s, %(name)s. %(sentence)s") % words)


def _updated(facts: GoalFacts) -> datetime | None:
    days = [one.figure.dated for one in facts.figures if one.figure.dated]
    return max(days, default=None)


def _unfollowed(facts: GoalFacts) -> str:
    """How many targets of the goal nothing follows here."""
    missing = len(facts.targets) - len(facts.followed)
    if not missing:
        return ""
    if not facts.followed:
        return ngettext(
            "Sa cible n’est pas encore suivie.", "Aucune de ses %(count)s cibles n’est encore suivie.", missing
        ) % {"count": missing}
    return ngettext(
        "%(count)s autre cible n’est pas suivie.", "%(count)s autres cibles ne sont pas suivies.", missing
    ) % {"count": missing}


def _sources(facts: GoalFacts) -> list[str]:
    """Who measures, each producer once."""
    sources: list[Source] = [one.figure.indicator.source for one in facts.figures]
    return sorted({str(source.producer) for source in sources}, key=reading_order)


def _files(facts: GoalFacts) -> dict[str, Any]:
    """Addresses of the downloads, what they hold, how many indicators a licence keeps out, and who has them."""
    sources = [one.figure.indicator.source for one in facts.figures]
    kept = [one for one in facts.figures if one.figure.indicator.source.is_redistributable]
    return {
        "count": len(kept),
        "left_out": len(facts.figures) - len(kept),
        "producers": producer_links(sources),
        "lines": sum(one.row_count for one in kept),
        "csv": reverse("goal_csv", args=[facts.goal.number]),
        "xlsx": reverse("goal_xlsx", args=[facts.goal.number]),
    }

"""What the map of the site shows: the tree of public pages, what views answer, and the indicators of each goal."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from wagtail.models import Page

from home.sitemaps.sections import is_view
from indicators.models import Goal, Indicator
from portal.addresses import site_address
from portal.slots import Link
from portal.sorting import reading_order

GOALS = "odd"
MOST = 8
"""Pages shown below another one: a long list of articles has a page of its own."""


@dataclass
class Branch:
    """A page and what stands below it."""

    title: str
    address: str
    below: list["Branch"] = field(default_factory=list)

    @property
    def shown(self) -> list["Branch"]:
        return self.below[:MOST]

    @property
    def more(self) -> int:
        """How many are not shown."""
        return max(0, len(self.below) - MOST)


@dataclass(frozen=True)
class GoalBranch:
    """A goal, the address of its page when it is online, and its published indicators."""

    goal: Goal
    address: str
    indicators: Sequence[Indicator]


def page_branches(language: str) -> list[Branch]:
    """The home page and those below it in the order of the tree, without the goals: two queries."""
    pages = Page.objects.live().public().filter(locale__language_code=language, depth__gt=1).order_by("path")
    branches: dict[str, Branch] = {}
    tops: list[Branch] = []
    for page in pages:
        if f"/{GOALS}/" in page.url_path:
            continue
        branch = branches[page.path] = Branch(page.title, page.url or "")
        parent = branches.get(page.path[: -Page.steplen])
        (parent.below if parent and page.depth > 3 else tops).append(branch)
    return tops


def view_links() -> list[Link]:
    """What views answer, in the language in force: no query."""
    labels = {
        "indicateurs": _("Tous les indicateurs"),
        "comparer": _("Comparer"),
        "signaux": _("Signaux"),
        "lien-rse-odd": _("Le lien entre RSE et ODD"),
        "couverture": _("Ce qui est suivi, ce qui manque"),
        "calendrier": _("Calendrier des mises à jour"),
        "annuaire": _("Annuaire des réseaux et de l’appui local"),
        "glossaire": _("Glossaire"),
        "recherche": _("Rechercher"),
    }
    return [Link(label, site_address(word)) for word, label in labels.items() if is_view(word)]


def goal_branches(language: str) -> list[GoalBranch]:
    """The 17 goals with their published indicators, none being said as such: four queries."""
    online = set(
        Page.objects.live()
        .filter(locale__language_code=language, url_path__contains=f"/{GOALS}/")
        .values_list("slug", flat=True)
    )
    by_goal: dict[int, list[Indicator]] = {}
    for indicator in Indicator.objects.published().prefetch_related("goals"):
        for goal in indicator.goals.all():
            by_goal.setdefault(goal.number, []).append(indicator)
    return [
        GoalBranch(
            goal,
            site_address(GOALS, goal.number) if str(goal.number) in online else "",
            sorted(by_goal.get(goal.number, []), key=lambda indicator: reading_order(str(indicator.title))),
        )
        for goal in Goal.objects.all()
    ]

"""What companies contribute, in pages. The block of a practice joins with the model of practices."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from indicators.models import Goal


def goal_choices() -> list[tuple[str, str]]:
    """The 17 goals, when the form is drawn (one query)."""
    return [(str(goal.number), str(goal)) for goal in Goal.objects.order_by("number")]


class ContributionBlock(blocks.StructBlock):
    """Contributions and pressures of companies on a goal: said to be absent for as long as no company has answered."""

    goal = blocks.ChoiceBlock(label=_("Objectif"), choices=goal_choices)

    class Meta:
        label = _("Contributions des entreprises")
        icon = "group"
        template = "company_survey/blocks/contribution.html"
        description = _("Ce que les entreprises apportent à un objectif, en bien et en mal.")
        preview_value = {"goal": "8"}

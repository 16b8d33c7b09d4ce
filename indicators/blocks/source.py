"""What every block of one indicator has: the indicator, and whether its figure follows it or is frozen."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from indicators.blocks.choosers import PublishedIndicatorChooserBlock
from indicators.blocks.questions import Question, Wanted
from indicators.blocks.resolving import Figures, resolve
from indicators.models import Indicator
from indicators.selectors import readable_release

LIVE, FROZEN = "live", "frozen"


class IndicatorBlock(blocks.StructBlock):
    """Abstract: an indicator, live or frozen to a release."""

    indicator = PublishedIndicatorChooserBlock(label=_("Indicateur"))
    freshness = blocks.ChoiceBlock(
        label=_("Mise à jour"),
        choices=[(LIVE, _("se met à jour seul")), (FROZEN, _("figé à une version"))],
        default=LIVE,
    )
    version = blocks.IntegerBlock(
        label=_("Version"),
        required=False,
        min_value=1,
        help_text=_("Pour un chiffre figé. Vide\u00a0: la version en ligne aujourd’hui."),
    )

    def clean(self, value: Any) -> Any:
        """Settle the release of a frozen figure. On submission, refuse an indicator that is not published any more."""
        cleaned = super().clean(value)
        if cleaned["freshness"] != FROZEN:
            cleaned["version"] = None
        if cleaned["indicator"] is not None:
            self.settle(cleaned, cleaned["indicator"])
        return cleaned

    def settle(self, value: Any, chosen: Indicator) -> None:
        """Check the choice against what is published now; a draft keeps what it has."""
        indicator = Indicator.objects.published().select_related("publication__release").filter(pk=chosen.pk).first()
        if indicator is None:
            self.refuse_unless_draft("indicator", not_published(chosen.title))
        elif value["freshness"] == FROZEN:
            value["version"] = value["version"] or indicator.publication.release.number
            if readable_release(indicator, value["version"]) is None:
                self.refuse_unless_draft("version", _now("Cette version n’existe pas ou a été retirée."))

    def refuse_unless_draft(self, name: str, sentence: str) -> None:
        """Raise on submission only, so that a draft can always be saved."""
        if not self.is_deferred_validation:
            raise StructBlockValidationError({name: ValidationError(sentence)})

    def questions(self, value: Any) -> list[Question]:
        """The figure of the indicator."""
        return [Question(wanted_of(value))] if value["indicator"] else []

    def get_context(self, value: Any, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        figures = figures_for(self.questions(value), parent_context)
        context = super().get_context(value, parent_context)
        return context | self.drawn(value, figures, context)

    def drawn(self, value: Any, figures: Figures, context: dict[str, Any]) -> dict[str, Any]:
        """What the template of the block shows."""
        raise NotImplementedError


def wanted_of(value: Any) -> Wanted:
    """The figure that a block is about."""
    frozen = value["freshness"] == FROZEN
    return Wanted(value["indicator"].pk, value["version"] if frozen else None)


def figures_for(questions: list[Question], parent_context: dict[str, Any] | None) -> Figures:
    """The figures that the page has read for all its blocks; read for this one alone where it stands alone."""
    shared = (parent_context or {}).get("figures")
    return shared if isinstance(shared, Figures) and shared.knows(questions) else resolve(questions)


def not_published(name: str) -> str:
    """The sentence of a refusal."""
    return _now("«\u00a0%(name)s\u00a0» n’est pas publié\u00a0: choisissez un autre indicateur.") % {"name": name}

"""Losses to accept by name, and the sentence that says what became of the rows."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from indicators.assistant.drafts import Draft
from indicators.comparison import Loss
from indicators.comparison.losses import loss_of_problem
from indicators.importing.decisions import DROP
from indicators.importing.observations import Account
from portal.formatting import format_number

from .errors import ErrorLine


@dataclass(frozen=True)
class LossLine:
    """One box to tick. `field` is its anchor on the page."""

    field: str
    key: str
    sentence: str
    detail: str
    is_accepted: bool
    has_error: bool = False


def required_losses(draft: Draft, dropped: Sequence[Loss], compared: Sequence[Loss]) -> list[Loss]:
    """Rows left aside by decision, then what the comparison found."""
    told = {
        one.key: loss_of_problem(one) for one in draft.decided_problems() if draft.decisions[one.key]["action"] == DROP
    }
    return [*(told.get(loss.key, loss) for loss in dropped), *compared]


def loss_lines(losses: Sequence[Loss], accepted: Collection[str], *, checked: bool = False) -> list[LossLine]:
    """The boxes; `checked` marks those that are not ticked as errors."""
    return [
        LossLine(
            f"perte{number}",
            loss.key,
            loss.sentence,
            loss.detail,
            loss.key in accepted,
            checked and loss.key not in accepted,
        )
        for number, loss in enumerate(losses, start=1)
    ]


def unaccepted(lines: Sequence[LossLine]) -> list[ErrorLine]:
    """What the summary on top says."""
    return [ErrorLine(line.field, line.sentence) for line in lines if not line.is_accepted]


def losses_status(lines: Sequence[LossLine]) -> str:
    """What the bar says."""
    waiting = [line for line in lines if not line.is_accepted]
    if not waiting:
        return _("Tout est prêt. Une autre personne relira.")
    return ngettext("Une perte reste à accepter.", "%(count)s pertes restent à accepter.", len(waiting)) % {
        "count": len(waiting)
    }


def account_words(account: Account) -> str:
    """« 375 lignes lues, 374 valeurs gardées, 1 laissée de côté. »"""
    parts = [
        _counted(ngettext("%(n)s ligne lue", "%(n)s lignes lues", account.rows_read), account.rows_read),
        _counted(ngettext("%(n)s valeur gardée", "%(n)s valeurs gardées", account.kept), account.kept),
    ]
    if account.filtered:
        parts.append(_counted(ngettext("%(n)s filtrée", "%(n)s filtrées", account.filtered), account.filtered))
    if account.dropped:
        parts.append(
            _counted(ngettext("%(n)s laissée de côté", "%(n)s laissées de côté", account.dropped), account.dropped)
        )
    return ", ".join(parts) + "."


def _counted(words: str, count: int) -> str:
    return words % {"n": format_number(count)}

"""Losses to accept by name, and the sentence that says what became of the rows."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from indicators.assistant.drafts import Draft
from indicators.assistant.screens.changes import exact
from indicators.comparison import ComparedRow, Comparison, Loss
from indicators.importing.decisions import DROP
from indicators.importing.observations import Account
from indicators.importing.problems import Problem
from indicators.services.upload_reading import UploadReading
from portal.formatting import clauses, format_number, format_short_period, quoted

from .counts import counted
from .errors import ErrorLine
from .problems import where
from .row_places import row_places

EXAMPLES_LOOKED_AT = 200
EXAMPLES_SHOWN = 3


@dataclass(frozen=True)
class LossLine:
    """One box to tick. `field` is its anchor on the page."""

    field: str
    key: str
    sentence: str
    detail: str
    is_accepted: bool
    has_error: bool = False


def required_losses(draft: Draft, found: UploadReading, comparison: Comparison) -> list[Loss]:
    """Rows left aside by decision, then what the comparison found; these very words are shown to the reviewer too."""
    left = [problem for problem in draft.decided_problems() if draft.decisions[problem.key]["action"] == DROP]
    told = {problem.key: left_aside(problem, row_places(problem, found)) for problem in left}
    kinds = [replace(left_aside(whole), key=key) for key, whole in draft.decided_groups()]
    alone = [loss for loss in found.dropped if loss.key not in draft.in_groups]
    examples = suspect_examples(comparison)
    compared = [
        replace(loss, detail=clauses(filter(None, (*examples.get(loss.key, []), loss.detail))))
        for loss in comparison.losses
    ]
    return [*(told.get(loss.key, loss) for loss in alone), *kinds, *compared]


def left_aside(problem: Problem, places: Sequence[str] = ()) -> Loss:
    """« 1 cellule laissée de côté : ligne 212, colonne taux, « 4,9,2 », Normandie, 2024. »"""
    sentence = ngettext(
        "%(count)s cellule laissée de côté\u00a0: %(place)s.",
        "%(count)s cellules laissées de côté\u00a0: %(place)s.",
        problem.count,
    )
    place = [where(problem)[:1].lower() + where(problem)[1:]]
    place += [_("colonne %(name)s") % {"name": problem.column}] if problem.column else []
    place += [quoted(problem.cell)] if problem.cell else []
    place += places
    words = sentence % {"count": format_number(problem.count), "place": ", ".join(place)}
    return Loss(problem.key, words, str(problem.reason), problem.count)


def loss_lines(
    losses: Sequence[Loss],
    accepted: Collection[str],
    *,
    checked: bool = False,
) -> list[LossLine]:
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


def suspect_examples(comparison: Comparison) -> dict[str, list[str]]:
    """By key of a loss: « Occitanie, 2024, femmes, 56,0 au lieu de 5,6 », a few."""
    found: dict[str, list[str]] = {}
    for row in comparison.rows("suspects", 0, EXAMPLES_LOOKED_AT):
        if row.factor and row.new is not None:
            key = f"unit|x{row.factor}" if row.factor > 0 else f"unit|/{-row.factor}"
            found.setdefault(key, []).append(_suspect(row, comparison.indicator.decimals))
    return {key: words[:EXAMPLES_SHOWN] for key, words in found.items()}


def _suspect(row: ComparedRow, decimals: int) -> str:
    place = [row.territory.name, format_short_period(row.period), *row.breakdown.values()]
    before = row.old if row.old is not None else row.previous
    if row.new is None or before is None:
        return ", ".join(place)
    values = {"new": exact(row.new, decimals), "old": exact(before, decimals)}
    words = _("%(new)s au lieu de %(old)s") if row.old is not None else _("%(new)s après %(old)s")
    return ", ".join([*place, words % values])


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
        counted(ngettext("%(n)s ligne lue", "%(n)s lignes lues", account.rows_read), account.rows_read),
        counted(ngettext("%(n)s valeur gardée", "%(n)s valeurs gardées", account.kept), account.kept),
    ]
    if account.filtered:
        parts.append(counted(ngettext("%(n)s filtrée", "%(n)s filtrées", account.filtered), account.filtered))
    if account.dropped:
        parts.append(
            counted(ngettext("%(n)s laissée de côté", "%(n)s laissées de côté", account.dropped), account.dropped)
        )
    return ", ".join(parts) + "."

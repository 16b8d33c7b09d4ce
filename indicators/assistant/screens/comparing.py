"""Screen 3 around the comparison: where the figures come from, the losses, what is submitted with them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.forms import Form

from indicators.assistant.drafts import Draft, draft_of
from indicators.comparison import Comparison, Loss
from indicators.models import Upload
from indicators.services.release_words import ReleaseWords
from indicators.services.upload_reading import UploadReading
from indicators.services.upload_submission import Submission

from .errors import ErrorLine, field_lines
from .losses import LossLine, account_words, loss_lines, losses_status, required_losses, unaccepted


@dataclass(frozen=True)
class ComparingScreen:
    """`is_replayed`: read with last year's recipe, nothing was asked. `is_same`: nothing would change online."""

    account: str
    losses: Sequence[LossLine]
    named: Sequence[Loss]
    is_replayed: bool
    is_same: bool

    @property
    def status(self) -> str:
        return losses_status(self.losses)

    def errors(self, form: Form) -> list[ErrorLine]:
        """Losses that nobody accepted, then the fields of the form."""
        return [*unaccepted(self.losses), *field_lines(form)]

    def submission(self, data: Mapping[str, Any], draft: Draft) -> Submission:
        """What is handed over, the accepted losses by name."""
        names = ("message", "note_fr", "note_en", "is_correction")
        return Submission(
            words=ReleaseWords(**{name: data[name] for name in names}),
            go_live_at=data["go_live_at"],
            keeps_recipe=draft.keeps_recipe,
            recipe_name=draft.recipe_name,
            losses=tuple(self.named),
        )


def comparing_screen(
    upload: Upload, found: UploadReading, comparison: Comparison, accepted: Collection[str], *, checked: bool = False
) -> ComparingScreen:
    """The screen; `checked` marks the losses that are not accepted."""
    draft = draft_of(upload)
    losses = required_losses(draft, found, comparison)
    return ComparingScreen(
        account=account_words(found.reading.account),
        losses=loss_lines(losses, accepted, checked=checked),
        named=losses,
        is_replayed=bool(found.recipe_fits) and not draft.is_checked,
        is_same=comparison.is_same and not comparison.is_first,
    )

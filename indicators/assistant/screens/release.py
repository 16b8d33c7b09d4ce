"""Screen 4: the state of an update and what this person may do with it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.timesince import timesince
from django.utils.translation import gettext as _

from indicators.models import Release
from indicators.permissions import may
from indicators.states import DRAFT, IN_REVIEW, ONLINE, PLANNED, TO_CORRECT, WITHDRAWN, release_tag
from portal.models import FourEyesTaskState
from portal.review import contributors_of

from .comparison import ComparisonScreen
from .headline import Headline
from .provenance import Logged, Provenance, Said, french_only, log_of, provenance_of, said_of, sheet_lines

AN_HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class ReleaseScreen:
    """`decides`: the form is shown, else `instead` says why not. `redone`: another update went public meanwhile."""

    code: str
    state: str
    headline: Headline
    provenance: Provenance
    said: Sequence[Said]
    log: Sequence[Logged]
    sheet: Sequence[tuple[str, str]]
    french_only: str
    decides: bool
    instead: str
    redone: bool
    submits: bool
    withdraws: bool
    rereads: bool
    """The file may be read again, to correct it."""
    planned_for: datetime | None
    unschedules: bool
    public_url: str
    deposit_url: str


def release_screen(release: Release, user: Any, changes: ComparisonScreen) -> ReleaseScreen:
    """The screen of one update for one person."""
    code, state = release_tag(release).code, open_state(release)
    decides = bool(state and state.task.specific.may_decide(release, user))
    indicator = release.indicator
    planned = release.scheduled_revision if code == PLANNED else None
    draft = None if indicator.live else indicator.get_latest_revision_as_object()
    return ReleaseScreen(
        code=code,
        state=state_words(release, code, state),
        headline=release_headline(release, changes, code, decides),
        provenance=provenance_of(release),
        said=said_of(release),
        log=log_of(release),
        sheet=sheet_lines(draft) if draft else [],
        french_only=french_only(draft) if draft else "",
        decides=decides,
        instead="" if decides else instead_words(release, user, code, state),
        redone=bool(state and state.basis != release.review_basis()),
        submits=code in (DRAFT, TO_CORRECT) and may(user, "import", release),
        withdraws=code == ONLINE and may(user, "withdraw", release),
        rereads=code == TO_CORRECT and release.provenance.upload is not None and may(user, "import", release),
        planned_for=planned.approved_go_live_at if planned else None,
        unschedules=bool(planned) and may(user, "withdraw", release),
        public_url=reverse("indicators:detail", args=[indicator.slug]) if indicator.live and code == ONLINE else "",
        deposit_url=f"{reverse('assistant:deposit')}?indicateur={indicator.code}"
        if may(user, "import", indicator)
        else "",
    )


def open_state(release: Release) -> FourEyesTaskState | None:
    """The reading that waits for a decision."""
    state = release.current_workflow_task_state
    return (
        state if isinstance(state, FourEyesTaskState) and state.status == FourEyesTaskState.STATUS_IN_PROGRESS else None
    )


def state_words(release: Release, code: str, state: FourEyesTaskState | None) -> str:
    """« En relecture depuis 2 heures », with a capital: it stands alone in the header."""
    words = release_tag(release).label
    if code == IN_REVIEW and state and timezone.now() - state.started_at > AN_HOUR:
        words = _("en relecture depuis %(time)s") % {"time": timesince(state.started_at, depth=1)}
    return words[:1].upper() + words[1:]


def release_headline(release: Release, changes: ComparisonScreen, code: str, decides: bool) -> Headline:
    """The headline of the comparison with the name of the indicator, and what is expected of this person."""
    told = changes.headline
    before = _("%(indicator)s\u00a0:") % {"indicator": release.indicator.title}
    if code in (ONLINE, WITHDRAWN):
        return Headline(before, told.mark, "." if changes.is_first else told.after)
    asked = _(" Votre accord est attendu.") if decides else ""
    return Headline(before, told.mark, told.after + asked)


def instead_words(release: Release, user: Any, code: str, state: FourEyesTaskState | None) -> str:
    """Why this person does not decide."""
    if code == IN_REVIEW and state:
        if user.pk in contributors_of(release, state.revision, state.workflow_state):
            return _("Vous avez importé ce fichier\u00a0: une autre personne doit décider.")
        return _("Une personne qui relit doit donner son accord.")
    words = {
        DRAFT: _("Cette mise à jour n’est pas encore soumise à la relecture."),
        TO_CORRECT: _("Une correction est demandée. Importez un fichier corrigé, ou soumettez de nouveau."),
        PLANNED: _("Cette mise à jour est approuvée. Elle sera en ligne à la date choisie."),
        ONLINE: _("Ces chiffres sont en ligne."),
        WITHDRAWN: _("Cette mise à jour a été retirée. Ses chiffres restent lisibles ici."),
    }
    return words.get(code, _("Cette mise à jour a été remplacée par une plus récente."))

"""Keeping the verdict on a release: method, inputs and result, so that what was shown can be explained later."""

from decimal import Decimal, localcontext

from django.db import transaction

from indicators.models import Indicator, Release, ReleaseImport, StoredJudgement
from indicators.selectors.judging import judge_release as verdict_on
from indicators.trends import Judgement, judgement_record
from portal.decimals import MAX_LENGTH

KEPT_DIGITS = 12
"""Digits kept after the decimal mark of a computed change; the verdict itself was reached with thirty."""


@transaction.atomic
def judge_release(release: Release) -> StoredJudgement:
    """Judge the release at its reading territory and keep the result in place of the former one."""
    found = verdict_on(release)
    judgement, _is_new = StoredJudgement.objects.update_or_create(
        release=release, defaults={"territory": found.territory} | judgement_fields(found.judgement)
    )
    return judgement


def rejudge_indicator(indicator: Indicator) -> list[StoredJudgement]:
    """Judge again its releases that are online or may come online, after its direction, measure or target changed."""
    releases = Release.objects.filter(
        indicator=indicator, provenance__state=ReleaseImport.State.SEALED, provenance__withdrawn_at=None
    )
    current = releases.filter(publication__isnull=False) | releases.filter(live=False, first_published_at=None)
    return [judge_release(release) for release in current.select_related("indicator").distinct()]


def judgement_fields(judgement: Judgement) -> dict[str, object]:
    """The fields of the model from a verdict."""
    return {
        "method_version": judgement.method,
        "trend": judgement.trend,
        "reason": judgement.reason,
        "robust": judgement.robust,
        "yearly_change": kept(judgement.progress),
        "window_start": str(judgement.start.year) if judgement.start else "",
        "window_end": str(judgement.end.year) if judgement.end else "",
        "target_verdict": judgement.target_verdict,
        "target_ratio": kept(judgement.ratio),
        "inputs": judgement_record(judgement),
    }


def kept(number: Decimal | None) -> Decimal | None:
    """A computed number with as many decimals as can be stored, twelve at most."""
    if number is None:
        return None
    whole = len(f"{abs(number):.0f}") + 2
    decimals = max(0, min(KEPT_DIGITS, MAX_LENGTH - whole))
    with localcontext(prec=2 * MAX_LENGTH):
        return number.quantize(Decimal(1).scaleb(-decimals)).normalize() + 0

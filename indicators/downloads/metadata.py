"""What must travel with the figures: unit, source, licence, release, definition, judgement, meaning of the marks."""

from typing import Any

from indicators import statuses
from indicators.models import Indicator, Release
from indicators.selectors import judge_release
from indicators.trends import judgement_record


def metadata(release: Release, address: str) -> dict[str, Any]:
    """Everything that is said of a release, JSON-ready; `address` is that of its public page."""
    indicator = release.indicator
    judged = judge_release(release)
    return {
        "indicator": _sheet(indicator),
        "source": _source(indicator),
        "release": _release(release),
        "reading_territory": judged.territory
        and {
            "scheme": judged.territory.scheme,
            "code": judged.territory.code,
            "name": judged.territory.name,
        },
        "judgement": judgement_record(judged.judgement)
        | {"decided_by_a_person": release.override_trend, "reason_of_decision": release.override_reason},
        "statuses": {status: str(words) for status, words in statuses.LABELS.items()},
        "page": address,
    }


def _both(row: Any, stem: str) -> dict[str, str]:
    return {"fr": getattr(row, f"{stem}_fr"), "en": getattr(row, f"{stem}_en")}


def _sheet(indicator: Indicator) -> dict[str, Any]:
    texts = ("title", "unit", "definition", "scope", "method", "limits", "explanation", "proxy_note")
    return {
        "code": indicator.code,
        **{name: _both(indicator, name) for name in texts},
        "decimals": indicator.decimals,
        "goals": [goal.number for goal in indicator.goals.all()],
        "targets": [target.code for target in indicator.targets.all()],
        "priority_issues": [issue.number for issue in indicator.priority_issues.all()],
        "frequency": indicator.frequency,
        "department": _both(indicator.department, "name"),
        "target": indicator.target_value and {"value": str(indicator.target_value), "year": indicator.target_year},
    }


def _source(indicator: Indicator) -> dict[str, Any]:
    source = indicator.source
    return {
        "name": _both(source, "name"),
        "producer": source.producer,
        "address": source.url,
        "licence": source.licence,
        "licence_address": source.licence_url,
        "next_expected": source.next_expected,
        "note": _both(source, "origin_note"),
    }


def _release(release: Release) -> dict[str, Any]:
    provenance = getattr(release, "provenance", None)
    return {
        "version": release.number,
        "published_at": release.went_public_at,
        "note": _both(release, "note"),
        "is_correction": release.is_correction,
        "observations": provenance.observation_count if provenance else None,
        "digest": provenance.digest if provenance else "",
    }

"""A judgement as plain data: what is stored, published beside the figures and downloaded. Numbers are text, exact."""

from decimal import Decimal

from indicators.trends.judgement import Judgement
from indicators.trends.series import Point


def judgement_record(judgement: Judgement) -> dict[str, object]:
    """Every input and every result, JSON-ready."""
    return {
        "method": judgement.method,
        "direction": judgement.direction,
        "measure": judgement.measure,
        "band": _text(judgement.band),
        "observations": [_point(point) for point in judgement.observations],
        "trend": judgement.trend,
        "reason": judgement.reason,
        "change_per_year": _text(judgement.change),
        "progress_per_year": _text(judgement.progress),
        "robust": judgement.robust,
        "target": _text(judgement.target),
        "target_year": judgement.target_year,
        "target_verdict": judgement.target_verdict,
        "target_reason": judgement.target_reason,
        "target_ratio": _text(judgement.ratio),
    }


def _point(point: Point) -> dict[str, object]:
    return {"year": point.year, "value": _text(point.value), "break": point.is_break}


def _text(value: Decimal | None) -> str | None:
    """Plain notation, trimmed of the zeros that the arithmetic leaves."""
    if value is None:
        return None
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text

"""Values of a spreadsheet cell as the text that a CSV export of the same sheet would hold."""

import datetime
import math
from decimal import Decimal
from typing import Any


def cell_text(value: Any) -> str:
    """44.0 → "44", 0.1 → "0.1", 1e-07 → "0.0000001", dates in ISO form, booleans "true" and "false"."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return number_text(value)
    if isinstance(value, datetime.datetime):
        return _moment_text(value)
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    return "" if value is None else str(value)


def percent_text(value: Any) -> str:
    """0.104 shown in percent → "10.4%", exactly; anything but a number as usual."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        return cell_text(value)
    shown = (Decimal(repr(value)) * 100).normalize()
    return f"{shown:f}%"


def number_text(value: float) -> str:
    """The shortest decimal text that gives the same float back, without exponent nor useless `.0`."""
    text = repr(value)
    if "e" in text or "inf" in text or "nan" in text:
        return format(Decimal(text), "f") if "e" in text else text
    return text.removesuffix(".0") if text != "-0.0" else "0"


def _moment_text(value: datetime.datetime) -> str:
    if value.time() == datetime.time():
        return value.date().isoformat()
    return value.isoformat(sep=" ", timespec="seconds")

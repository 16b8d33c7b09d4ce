"""Contrast of two colours, as WCAG 2.2 defines it (relative luminance, success criterion 1.4.3)."""

import re

HEXADECIMAL = re.compile(r"#[0-9a-f]{6}", re.IGNORECASE)
LEAST_CONTRAST = 4.5


def contrast(one: str, other: str) -> float:
    """From 1 (the same) to 21 (black on white), for colours written `#10222b`. Raises ValueError otherwise."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """Relative luminance, 0 to 1."""
    if not HEXADECIMAL.fullmatch(colour):
        raise ValueError(f"not a colour: {colour!r}")
    red, green, blue = (_linear(int(colour[start : start + 2], 16) / 255) for start in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

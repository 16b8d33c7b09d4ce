"""The accent colour of an installation: links, buttons, and the territory in every chart."""

import hashlib
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from portal.contrast import HEXADECIMAL, LEAST_CONTRAST, contrast
from portal.formatting import format_number

DEFAULT_LIGHT, DEFAULT_DARK = "#0b57c2", "#84b6ff"
LIGHT_GROUNDS = ("#ffffff", "#f1f5f5")
DARK_GROUNDS = ("#0c1b22", "#132831")
_WHITE, _INK = "#ffffff", "#0c1b22"

_SHEET = """@media (forced-colors: none) {{
:root {{ --loire: {light}; --loire-soft: {light}1f; --on-loire: {on_light} }}
.night {{ --loire: {dark}; --loire-soft: {dark}33; --on-loire: {on_dark} }}
@media (prefers-color-scheme: dark) {{ :root {{ --loire: {dark}; --loire-soft: {dark}33; --on-loire: {on_dark} }} }}
@supports (color: light-dark(#000, #fff)) {{ :root, .night {{
--loire: light-dark({light}, {dark});
--loire-soft: light-dark({light}1f, {dark}33);
--on-loire: light-dark({on_light}, {on_dark})
}} }}
}}
"""


def check_accent(colour: str, grounds: tuple[str, ...]) -> None:
    """Raise ValidationError, in words, for what is no colour or cannot be read on these grounds."""
    if not HEXADECIMAL.fullmatch(colour):
        raise ValidationError(_("Écrivez la couleur avec un dièse et six chiffres ou lettres de a à f, comme #0b57c2."))
    found = min(contrast(colour, ground) for ground in grounds)
    if found < LEAST_CONTRAST:
        words = {"found": format_number(Decimal(f"{found:.1f}")), "least": format_number(Decimal(str(LEAST_CONTRAST)))}
        raise ValidationError(
            _("Cette couleur se lit mal sur le fond des pages\u00a0: contraste de %(found)s, il en faut %(least)s.")
            % words
        )


def accent_sheet(light: str, dark: str) -> str:
    """The style sheet that replaces the accent; text on it is white or ink, whichever reads better."""
    return _SHEET.format(light=light, dark=dark, on_light=_text_on(light), on_dark=_text_on(dark))


def accent_digest(light: str, dark: str) -> str:
    """Ten characters for the address of the sheet, empty for the colours that every page already has."""
    if (light.lower(), dark.lower()) == (DEFAULT_LIGHT, DEFAULT_DARK):
        return ""
    return hashlib.sha256(accent_sheet(light, dark).encode()).hexdigest()[:10]


def _text_on(colour: str) -> str:
    return max((_WHITE, _INK), key=lambda text: contrast(text, colour))

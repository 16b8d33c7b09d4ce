"""The pictures of the identity: the logo travels inside the page when it is light, so that it costs no request."""

import base64
from dataclasses import dataclass
from typing import Any

HEIGHT = 38
"""Height of the logo in the header, in CSS pixels; the file has twice as many, for dense screens."""
LIGHTEST = 6_000
"""Bytes under which the logo is written into the page."""


@dataclass(frozen=True, slots=True)
class Logo:
    """An address (`data:` or of the site) and the size at which it is shown."""

    address: str
    width: int
    height: int = HEIGHT


def logo_of(image: Any) -> Logo | None:
    """The logo, resized once; None when its file is lost."""
    try:
        rendition = image.get_rendition(f"max-480x{2 * HEIGHT}|format-webp")
        with rendition.file.open("rb") as file:
            content = file.read()
    except (OSError, ValueError):
        return None
    light = len(content) <= LIGHTEST
    address = f"data:image/webp;base64,{base64.b64encode(content).decode()}" if light else rendition.url
    return Logo(address, round(rendition.width * HEIGHT / rendition.height))


def social_picture(image: Any) -> str:
    """Full address of the picture that social networks show, 1200 × 630; empty when its file is lost."""
    try:
        return str(image.get_rendition("fill-1200x630|format-jpeg").full_url)
    except (OSError, ValueError):
        return ""

"""Photos that weigh little: a few widths in AVIF and WebP, each at the best quality that stays under 30 kB."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

WIDTHS = (360, 720)
QUALITIES = (60, 45, 30, 20)
HEAVIEST = 30_000
"""Bytes: what an editor's photo may weigh."""
FORMATS = ("avif", "webp")
WHOLE, LANDSCAPE = "whole", "landscape"


@dataclass(frozen=True, slots=True)
class LightImage:
    """Addresses of an image as `<picture>` needs them; `width` and `height` are those of the fallback."""

    avif: str
    webp: str
    fallback: str
    width: int
    height: int


def light_image(image: Any, shape: str = WHOLE) -> LightImage | None:
    """The renditions of an image, made when they are missing; None when its file is lost.

    One query, none when the renditions were prefetched. `landscape` cuts to 16:9 around the focal point.
    """
    try:
        avif, webp = (_renditions(image, shape, name) for name in FORMATS)
    except (OSError, ValueError):
        return None
    last = webp[-1]
    return LightImage(_srcset(avif), _srcset(webp), last.url, last.width, last.height)


def _renditions(image: Any, shape: str, file_format: str) -> list[Any]:
    """One rendition a width, each of the first quality that is light enough; a width that never is, is left out."""
    found = [_lightest(image, _resizing(shape, width), file_format) for width in WIDTHS]
    light = [rendition for rendition in found if rendition.file.size <= HEAVIEST] or found[:1]
    return list({rendition.width: rendition for rendition in light}.values())


def _lightest(image: Any, resizing: str, file_format: str) -> Any:
    rendition = None
    for quality in QUALITIES:
        rendition = image.get_rendition(f"{resizing}|format-{file_format}|{file_format}quality-{quality}")
        if rendition.file.size <= HEAVIEST:
            return rendition
    return rendition


def _resizing(shape: str, width: int) -> str:
    return f"fill-{width}x{width * 9 // 16}" if shape == LANDSCAPE else f"width-{width}"


def _srcset(renditions: Iterable[Any]) -> str:
    return ", ".join(f"{rendition.url} {rendition.width}w" for rendition in renditions)

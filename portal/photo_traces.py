"""What a photo says beside its picture (where, when, with which device) is not kept."""

from io import BytesIO
from typing import Any

from django.core.files.base import ContentFile
from PIL import ExifTags, Image

_HIGH = 95
_PHOTO = {"JPEG": "keep", "MPO": _HIGH}
"""Formats of cameras, and the quality to write them again with: a plain JPEG keeps its own."""


def forget_traces(sender: type, instance: Any, **kwargs: object) -> None:
    """Before an image is kept: a new file loses its EXIF, XMP and comment; renditions, made of it, have none either."""
    if not instance.file or instance.file._committed:
        return
    content = without_traces(instance.file)
    instance.file.seek(0)
    if content is not None:
        instance.file = ContentFile(content, name=instance.file.name)


def without_traces(file: Any) -> bytes | None:
    """The photo with nothing beside its picture but how it is turned and its colours; None for another format."""
    file.seek(0)
    try:
        picture = Image.open(file)
        if picture.format not in _PHOTO:
            return None
        kept, turned = Image.Exif(), picture.getexif().get(ExifTags.Base.Orientation)
        if turned:
            kept[ExifTags.Base.Orientation] = turned
        written = BytesIO()
        colours = picture.info.get("icc_profile")
        picture.save(
            written, "JPEG", quality=_PHOTO[picture.format], exif=kept, icc_profile=colours, xmp=b"", comment=b""
        )
    except (OSError, ValueError):
        return None
    return written.getvalue()

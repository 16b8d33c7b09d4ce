"""Images and documents of the library, for tests."""

from io import BytesIO
from typing import Any

from django.core.files.base import ContentFile
from PIL import Image
from wagtail.documents import get_document_model
from wagtail.images import get_image_model


def make_image(title: str = "Une photo", *, noise: bool = False, size: tuple[int, int] = (1600, 1000)) -> Any:
    """A photo: plain, or of noise, which is what compresses worst."""
    picture = Image.effect_noise(size, 60).convert("RGB") if noise else Image.new("RGB", size, (20, 90, 160))
    written = BytesIO()
    picture.save(written, "JPEG", quality=90)
    return get_image_model().objects.create(title=title, file=ContentFile(written.getvalue(), f"{title}.jpg"))


def make_document(title: str = "Un plan", *, size: int = 230_000) -> Any:
    """A PDF of that weight."""
    return get_document_model().objects.create(title=title, file=ContentFile(b"x" * size, "plan.pdf"))

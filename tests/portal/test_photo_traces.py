"""A photo of the team does not say where it was taken."""

from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from PIL import ExifTags, Image, ImageChops
from wagtail.images import get_image_model

from portal.photo_traces import without_traces

TURNED = 6
ROUNDING = 12
"""Out of 255: what writing noise again with the same quality costs at the most."""


def photo(**fields) -> bytes:
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = TURNED
    exif[ExifTags.Base.Model] = "Telephone"
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] = (47.0, 13.0, 6.0)
    written = BytesIO()
    Image.effect_noise((64, 40), 60).convert("RGB").save(written, "JPEG", exif=exif, comment=b"Chez moi", **fields)
    return written.getvalue()


def test_a_photo_keeps_its_picture_and_how_it_is_turned_and_nothing_else():
    before = photo()
    after = without_traces(BytesIO(before))
    former, kept = Image.open(BytesIO(before)), Image.open(BytesIO(after))
    assert former.getexif().get_ifd(ExifTags.IFD.GPSInfo)
    assert dict(kept.getexif()) == {ExifTags.Base.Orientation: TURNED}
    assert not kept.getexif().get_ifd(ExifTags.IFD.GPSInfo)
    assert b"Telephone" not in after
    assert b"Chez moi" not in after
    apart = ImageChops.difference(kept, former).getextrema()
    assert max(most for _least, most in apart) <= ROUNDING


def test_a_drawing_and_what_is_no_image_are_left_alone():
    drawing = BytesIO()
    Image.new("RGB", (4, 4)).save(drawing, "PNG")
    assert without_traces(drawing) is None
    assert without_traces(BytesIO(b"no image")) is None


@pytest.mark.django_db
def test_the_image_that_is_kept_has_lost_its_traces():
    image = get_image_model().objects.create(title="Photo", file=ContentFile(photo(), "photo.jpg"))
    with image.file.open("rb") as file:
        assert b"Telephone" not in file.read()

"""The document to print, as PDF bytes: tagged for screen readers (PDF/UA-1), with our own faces and no other file."""

import json
import logging
from pathlib import Path
from typing import Any, Literal

import typst
from django.conf import settings

TEMPLATE = Path(__file__).with_name("document.typ")
STANDARD: Literal["ua-1"] = "ua-1"
logger = logging.getLogger(__name__)


def pdf(data: dict[str, Any]) -> bytes:
    """The document that `indicators.outputs.document` describes; its texts travel as JSON, never as markup.

    The standard refuses a letter that no face can draw (an emoji in a title): the document is then tagged all the same,
    without the claim that it follows the standard.
    """
    try:
        return _compiled(data, STANDARD)
    except typst.TypstError as error:
        logger.warning("%s is not PDF/UA-1: %s", data["address"]["whole"], error)
        return _compiled(data, None)


def _compiled(data: dict[str, Any], standard: Literal["ua-1"] | None) -> bytes:
    """With the faces that the compiler carries behind ours, for the letters of other alphabets."""
    faces = typst.Fonts(include_system_fonts=False, font_paths=[str(settings.DRAWING_FONTS)])
    made = typst.compile(
        TEMPLATE.read_bytes(),
        font_paths=faces,
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        pdf_standards=standard,
    )
    return bytes(made)

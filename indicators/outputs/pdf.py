"""The document to print, as PDF bytes: tagged for screen readers (PDF/UA-1), with our own faces and no other file."""

import json
from pathlib import Path
from typing import Any, Literal

import typst
from django.conf import settings

TEMPLATE = Path(__file__).with_name("document.typ")
STANDARD: Literal["ua-1"] = "ua-1"


def pdf(data: dict[str, Any]) -> bytes:
    """The document that `indicators.outputs.document` describes; its texts travel as JSON, never as markup."""
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(settings.DRAWING_FONTS)]
    )
    made = typst.compile(
        TEMPLATE.read_bytes(),
        font_paths=fonts,
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        pdf_standards=STANDARD,
    )
    return bytes(made)

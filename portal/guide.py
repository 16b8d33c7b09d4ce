"""The editor's guide as a screen of the administration: the few marks that its file uses, turned into HTML."""

import re
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.text import slugify
from django.views.decorators.http import require_safe

SOURCE = Path(settings.BASE_DIR) / "docs" / "guide-redaction.md"
PICTURES = SOURCE.parent / "images" / "guide"
_PICTURE = re.compile(r"!\[(.*?)\]\(images/guide/([a-z-]+\.png)\)")


@require_safe
def guide(request: HttpRequest) -> HttpResponse:
    """For whoever works in the administration."""
    text = SOURCE.read_text(encoding="utf-8").partition("\n")[2]
    return render(request, "portal/guide.html", {"text": SafeString("\n".join(as_html(text)))})


@require_safe
def guide_picture(request: HttpRequest, name: str) -> HttpResponse:
    """For the same people: a picture of the guide."""
    if not (PICTURES / name).is_file():
        raise Http404
    return HttpResponse((PICTURES / name).read_bytes(), content_type="image/png")


def as_html(text: str) -> Iterator[str]:
    """Blocks separated by an empty line, each as HTML."""
    for block in re.split(r"\n\s*\n", text.strip()):
        if block.startswith("## "):
            yield f'<h2 id="{slugify(block[3:])}">{inline(block[3:])}</h2>'
        elif block.startswith("|"):
            yield table(block.splitlines())
        elif block.startswith("- "):
            yield (
                "<ul>"
                + "".join(f"<li>{inline(line)}</li>" for line in re.split(r"\n?^- ", block, flags=re.M)[1:])
                + "</ul>"
            )
        else:
            yield f"<p>{inline(block)}</p>"


def table(lines: list[str]) -> str:
    """The first line heads the columns; the second, of dashes, says nothing."""
    heading, _dashes, *rows = [[inline(cell.strip()) for cell in line.strip("|").split("|")] for line in lines]
    head = "".join(f'<th scope="col">{cell}</th>' for cell in heading)
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return f'<table class="listing"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


def inline(text: str) -> str:
    """Pictures, strong words and code, in escaped text."""
    marked = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", escape(text), flags=re.S)
    return _PICTURE.sub(_picture, re.sub(r"`(.+?)`", r"<code>\1</code>", marked))


def _picture(found: re.Match[str]) -> str:
    address = reverse("guide_picture", args=[found[2]])
    return f'<img src="{address}" alt="{found[1]}" width="900" loading="lazy">'

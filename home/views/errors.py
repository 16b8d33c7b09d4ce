"""Pages of what is not found. Never cached: the address may be right tomorrow."""

import re
from urllib.parse import unquote

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from home.search.near import near_entries
from portal.not_found import NotHere

_NO_WORD = re.compile(r"[\W\d_]+")


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Open to everybody. One sentence, what looks like the address, and a search that begins with its words."""
    said = exception if isinstance(exception, NotHere) else None
    context = {
        "heading": said.heading if said else "",
        "sentence": said.sentence if said else "",
        "links": said.links if said else (),
        "near": near_entries(request.path_info, get_language() or "fr"),
        "words": words_of_address(request.path_info),
    }
    return render(request, "404.html", context, status=404)


def words_of_address(path: str) -> str:
    """« taux chomage » for `/fr/indicateurs/taux-chomage/`: the last step of the address, as words."""
    steps = [step for step in unquote(path)[4:].split("/") if step]
    return " ".join(_NO_WORD.sub(" ", steps[-1][:80]).split()) if steps else ""

"""Bodies of pages for tests: blocks as the editor keeps them."""

import re
from typing import Any

from django.core.exceptions import ValidationError

from indicators.models import Indicator
from sdg_pages.blocks import BodyBlock


def body(*blocks: tuple[str, Any]) -> Any:
    """A body of these blocks (name, value), with the ids `b0`, `b1`…"""
    raw = [{"type": name, "value": value, "id": f"b{place}"} for place, (name, value) in enumerate(blocks)]
    return BodyBlock().to_python(raw)


def rendered(*blocks: tuple[str, Any]) -> str:
    """The HTML of a body, spaces made one."""
    return re.sub(r"[ \n]+", " ", BodyBlock().render(body(*blocks)))


def refusals(name: str, value: Any, *, draft: bool = False) -> list[str]:
    """What the editor is told when they submit this block, or save it as a draft: one text a field that is wrong."""
    block = BodyBlock().child_blocks[name]
    given = block.to_python(value)
    try:
        block.clean_deferred(given) if draft else block.clean(given)
    except ValidationError as error:
        return told(error)
    return []


def told(error: Any) -> list[str]:
    """The sentences of an error, however deep."""
    if isinstance(error, str):
        return [error]
    inner = getattr(error, "block_errors", None) or {}
    deeper = [*(inner.values() if isinstance(inner, dict) else inner), *getattr(error, "non_block_errors", [])]
    deeper += [one for row in getattr(error, "cell_errors", None) or {} for one in error.cell_errors[row].values()]
    return [sentence for one in deeper if one for sentence in told(one)] if deeper else list(error.messages)


def figure_value(indicator: Indicator | None, *, version: int | None = None) -> dict[str, Any]:
    """A figure, live or frozen to a release."""
    freshness = "frozen" if version else "live"
    return {"indicator": indicator.pk if indicator else None, "freshness": freshness, "version": version}


def chart_value(indicator: Indicator, **fields: Any) -> dict[str, Any]:
    """A chart over time with its words."""
    given = {"title": "Titre du graphique", "kind": "line", "description": "Ce que l’on voit.", "territories": []}
    empty = {"dimension": "", "start": None, "end": None}
    return figure_value(indicator, version=fields.pop("version", None)) | given | empty | fields

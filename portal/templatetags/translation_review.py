"""The state of a translation, above its texts: what is missing, and who does what next."""

from typing import Any

from django import template

from portal.localisation.drafting import missing_count
from portal.localisation.following import lags_since

register = template.Library()


@register.inclusion_tag("portal/localisation/bar.html", takes_context=True)
def translation_bar(context: Any, translation: Any, page: Any) -> dict[str, Any]:
    """What the person of the request may do with this translation now."""
    specific = page.specific
    state = specific.current_workflow_task_state
    task = state.task.specific if state else None
    return {
        "request": context["request"],
        "csrf_token": context.get("csrf_token", ""),
        "translation": translation,
        "page": specific,
        "missing": missing_count(translation),
        "lags_since": lags_since(specific),
        "in_review": state is not None,
        "may_decide": bool(task and task.may_decide(specific, context["request"].user)),
    }


@register.inclusion_tag("portal/localisation/note.html")
def translation_note(page: Any) -> dict[str, Any]:
    """On a translated page: a line when the original has changed since (two queries, none on an original)."""
    return {"lags_since": lags_since(page), "original": page.get_translations().first() if page else None}

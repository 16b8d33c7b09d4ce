"""What a submitted revision of a page changes, in one line: « 2 blocs changés, 1 ajouté »."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.fields import StreamField
from wagtail.models import Revision, TaskState

from portal.review import NOT_REVIEWED_CONTENT

KEPT_BY_WAGTAIL = NOT_REVIEWED_CONTENT | {
    "draft_title",
    "latest_revision_created_at",
    "first_published_at",
    "last_published_at",
    "numchild",
    "path",
    "url_path",
    "depth",
    "comments",
    "wagtail_admin_comments",
}
"""Fields that say where a page stands, or that nobody writes."""


def page_changes(states: Iterable[TaskState]) -> dict[int, str]:
    """By revision submitted, what it changes of the page that is online (one query)."""
    waiting = list(states)
    online = Revision.objects.in_bulk({state.revision.content_object.live_revision_id for state in waiting} - {None})
    return {
        state.revision_id: changes_in_words(
            state.revision.content_object, state.revision, online.get(state.revision.content_object.live_revision_id)
        )
        for state in waiting
    }


def changes_in_words(page: Any, proposed: Revision, online: Revision | None) -> str:
    """« Nouvelle page », or how many blocks and other fields differ."""
    if online is None:
        return _("Nouvelle page")
    streams = {field.name for field in page._meta.get_fields() if isinstance(field, StreamField)}
    parts = block_parts(streams, online.content, proposed.content)
    others = {
        name
        for name in proposed.content
        if name not in streams | KEPT_BY_WAGTAIL and proposed.content[name] != online.content.get(name)
    }
    if others:
        words = ngettext("%(count)s autre champ changé", "%(count)s autres champs changés", len(others))
        parts.append(words % {"count": len(others)})
    return ", ".join(parts) or _("Rien ne change dans le texte")


def block_parts(streams: Iterable[str], before: Mapping[str, Any], after: Mapping[str, Any]) -> list[str]:
    """« 2 blocs changés », « 1 bloc ajouté », « 1 bloc retiré »."""
    old, new = blocks_of(streams, before), blocks_of(streams, after)
    changed = sum(old[key] != new[key] for key in old.keys() & new.keys())
    added, gone = len(new.keys() - old.keys()), len(old.keys() - new.keys())
    words = (
        (changed, ngettext("%(count)s bloc changé", "%(count)s blocs changés", changed)),
        (added, ngettext("%(count)s bloc ajouté", "%(count)s blocs ajoutés", added)),
        (gone, ngettext("%(count)s bloc retiré", "%(count)s blocs retirés", gone)),
    )
    return [text % {"count": count} for count, text in words if count]


def blocks_of(streams: Iterable[str], content: Mapping[str, Any]) -> dict[str, Any]:
    """The blocks of the stream fields of a revision, by identifier."""
    found: dict[str, Any] = {}
    for name in streams:
        raw = content.get(name) or []
        for block in json.loads(raw) if isinstance(raw, str) else raw:
            found[block.get("id") or f"{name}-{len(found)}"] = (block.get("type"), block.get("value"))
    return found

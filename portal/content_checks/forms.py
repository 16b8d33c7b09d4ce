"""The form of a page: a draft may be flawed, what is submitted may not."""

from itertools import chain, count
from typing import Any

from django.core.exceptions import ValidationError
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.blocks.stream_block import StreamBlockValidationError
from wagtail.models import Page

from portal.content_checks.checking import check_page
from portal.content_checks.findings import Finding


class CheckedPageForm(WagtailAdminPageForm):
    """Shows the blocking findings at their blocks when the page is submitted or decided on."""

    def clean_slug(self) -> str:
        """The last part of the address; a new page whose title has been used takes the next free one by itself."""
        wanted: str = self.cleaned_data["slug"]
        if self.instance.pk or not wanted or self.parent_page is None:
            return wanted
        numbered = (f"{wanted}-{number}" for number in count(2))
        free = (slug for slug in chain([wanted], numbered) if Page._slug_is_available(slug, self.parent_page))
        return next(free)

    def _post_clean(self) -> None:
        super()._post_clean()
        if self.is_deferred_validation or self.errors:
            return
        blocking = [finding for finding in check_page(self.instance) if finding.is_blocking]
        for field in dict.fromkeys(finding.field for finding in blocking):
            self.refuse(field, [finding for finding in blocking if finding.field == field])

    def refuse(self, field: str, findings: list[Finding]) -> None:
        """One error for a stream field, which carries those of its blocks."""
        if field not in self.fields:
            for finding in findings:
                self.add_error(None, finding.message)
            return
        places = {child.id: place for place, child in enumerate(getattr(self.instance, field))}
        errors: dict[int, list[str]] = {}
        for finding in findings:
            errors.setdefault(places.get(finding.block_id, 0), []).append(finding.message)
        by_block = {place: ValidationError(messages) for place, messages in errors.items()}
        self.add_error(field, StreamBlockValidationError(block_errors=by_block))


def warnings_of(page: Any) -> list[Finding]:
    """What the editor may still think about, after the page was submitted."""
    return [finding for finding in check_page(page) if not finding.is_blocking]

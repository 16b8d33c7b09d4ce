"""Files that are not read at all, and why."""

from dataclasses import dataclass

from django.utils.functional import Promise


@dataclass(eq=False)
class FileRefused(Exception):
    """The file (or the recipe on this file) cannot be read; nothing was stored.

    `code` is stable and for programs (`password_protected`, `truncated`, `not_statistics`, …), `reason` says in one
    sentence what is wrong with this file, `remedy` says what the person can do. Both are shown as they are.
    """

    code: str
    reason: str | Promise
    remedy: str | Promise

    def __str__(self) -> str:
        return f"{self.reason} {self.remedy}"

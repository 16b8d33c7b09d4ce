"""Makes a variable that a template of ours reads, and that nobody gave it, fail the test.

Django asks `string_if_invalid` whether it is true each time a variable is undefined. This one answers by looking at the
template being rendered: one of this repository fails, one of a package (Wagtail's admin reads undefined variables as a
habit) goes on as in production.
"""

import sys
from pathlib import Path
from types import FrameType

ROOT = Path(__file__).resolve().parents[1]


class UndefinedTemplateVariable(Exception):
    """A template of this repository reads a variable that does not exist."""


class UndefinedVariable(str):
    """A false, empty `string_if_invalid` that raises when the template is ours."""

    __slots__ = ()

    def __bool__(self) -> bool:
        complain(sys._getframe(1))
        return False

    def __contains__(self, text: object) -> bool:
        complain(sys._getframe(1))
        return False


def complain(frame: FrameType) -> None:
    """Raise UndefinedTemplateVariable when the undefined variable stands in a template of this repository."""
    name = getattr(frame.f_locals.get("self"), "var", None) or frame.f_locals.get("key")
    template = template_being_rendered(frame)
    if template and is_ours(template):
        raise UndefinedTemplateVariable(f"{template.relative_to(ROOT)} reads {name}, which does not exist.")


def template_being_rendered(frame: FrameType | None) -> Path | None:
    """File of the innermost template node on the stack, or None outside a file."""
    while frame is not None:
        if frame.f_code.co_name == "render_annotated":
            origin = getattr(frame.f_locals["self"], "origin", None)
            return Path(origin.name) if origin else None
        frame = frame.f_back
    return None


def is_ours(template: Path) -> bool:
    """Does this file belong to the repository, and not to a package installed inside it?"""
    return template.is_relative_to(ROOT) and "site-packages" not in template.parts

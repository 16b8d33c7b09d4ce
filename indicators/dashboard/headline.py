"""The sentence that opens the front page: what waits for the person, then what is late, with one mark."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext


@dataclass(frozen=True, slots=True)
class Headline:
    """`before` + highlighted `mark` + `after`."""

    before: str
    mark: str = ""
    after: str = ""


def in_letters(count: int) -> str:
    """A feminine count at the head of a sentence: in letters up to nine, in figures above."""
    words = (
        _("Aucune"),
        _("Une"),
        _("Deux"),
        _("Trois"),
        _("Quatre"),
        _("Cinq"),
        _("Six"),
        _("Sept"),
        _("Huit"),
        _("Neuf"),
    )
    return str(words[count]) if count < len(words) else str(count)


def headline(*, to_review: int, drafts: int, late: int) -> Headline:
    """The most pressing first: readings, else drafts; then late sources, which carry the mark."""
    waiting = waiting_words(to_review, drafts)
    if late:
        mark = ngettext("%(count)s source est en retard", "%(count)s sources sont en retard", late) % {"count": late}
        return Headline(waiting, mark, ".")
    if to_review:
        mark = ngettext("%(count)s relecture", "%(count)s relectures", to_review) % {"count": in_letters(to_review)}
        return Headline("", mark, ngettext(" vous attend.", " vous attendent.", to_review))
    return Headline(waiting)


def waiting_words(to_review: int, drafts: int) -> str:
    """« Trois relectures vous attendent. »"""
    if to_review:
        words = ngettext("%(count)s relecture vous attend.", "%(count)s relectures vous attendent.", to_review)
        return words % {"count": in_letters(to_review)}
    if drafts:
        words = ngettext("Un brouillon est à finir.", "%(count)s brouillons sont à finir.", drafts)
        return words % {"count": drafts if drafts == 1 else in_letters(drafts)}
    return _("Rien ne vous attend.")

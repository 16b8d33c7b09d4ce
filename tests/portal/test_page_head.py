"""Title and description of a page: their lengths, and their twins for those who share it."""

from types import SimpleNamespace

import pytest
from django.template import Context, Template

from portal.templatetags.page_head import (
    LONGEST_DESCRIPTION,
    LONGEST_TITLE,
    SHORTEST_DESCRIPTION,
    page_description,
    plain,
    shortened,
    window_title,
)

PAGE = "{% load page_head %}{% page_head %}{{ title }}{% describe %}{{ text }}{% endpage_head %}"


def head(title: str, text: str) -> str:
    names = {"site_name": "Observatoire", "territory_name": "Nantes Métropole", "branding": SimpleNamespace(tagline="")}
    return Template(PAGE).render(Context({"title": title, "text": text} | names))


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Emploi", "Emploi – Observatoire, Nantes Métropole"),
        ("Un titre plus long, qui tient avec le territoire", None),
        ("T" * 65, "T" * 65),
        ("", "Observatoire, Nantes Métropole"),
    ],
)
def test_a_title_carries_as_much_of_the_name_of_the_site_as_fits(title: str, expected: str | None) -> None:
    found = window_title(title, "Observatoire", "Nantes Métropole")
    assert len(found) <= LONGEST_TITLE
    assert found == (expected or f"{title} – Nantes Métropole")


def test_a_long_text_is_cut_between_two_words() -> None:
    assert shortened("un deux trois quatre", 12) == "un deux…"
    assert shortened("un deux", 12) == "un deux"


def test_a_short_description_is_completed_and_a_long_one_cut() -> None:
    assert SHORTEST_DESCRIPTION <= len(page_description("Court.", "Nantes Métropole")) <= LONGEST_DESCRIPTION
    assert len(page_description("mot " * 100, "Nantes Métropole")) <= LONGEST_DESCRIPTION
    assert page_description("", "Nantes Métropole")


def test_what_is_shared_is_what_is_read_without_the_name_of_the_site() -> None:
    html = head("Emploi & salaires", "Ce que disent les chiffres de l’emploi et des salaires du territoire.")
    assert "<title>Emploi &amp; salaires – Observatoire, Nantes Métropole</title>" in html
    assert '<meta property="og:title" content="Emploi &amp; salaires">' in html
    assert html.count('content="Ce que disent les chiffres de l’emploi et des salaires du territoire."') == 2


def test_markup_cannot_come_in_by_a_title() -> None:
    assert "<script>" not in head("</title><script>", '"><script>')


def test_lines_are_joined_and_no_break_spaces_kept() -> None:
    assert plain("  a\n <b>b</b>\u00a0: c ") == "a b\u00a0: c"

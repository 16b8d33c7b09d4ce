"""The title and the description of a page, once for the reader's window, once for those who share it.

    {% page_head %}{% block title %}{% endblock %}{% describe %}{% block description %}{% endblock %}{% endpage_head %}

A page fills the two blocks and nothing else: lengths, the name of the site and the OpenGraph twins follow.
"""

import re
from html import unescape

from django import template
from django.utils.html import format_html, strip_tags
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

register = template.Library()

LONGEST_TITLE = 70
SHORTEST_DESCRIPTION, LONGEST_DESCRIPTION = 50, 170


class PageHead(template.Node):
    """Title and description, each rendered once."""

    child_nodelists = ("title", "description")

    def __init__(self, title: template.NodeList, description: template.NodeList) -> None:
        self.title, self.description = title, description

    def render(self, context: template.Context) -> SafeString:
        title, description = plain(self.title.render(context)), plain(self.description.render(context))
        return format_html(
            '<title>{}</title>\n<meta name="description" content="{description}">\n'
            '<meta property="og:title" content="{}">\n<meta property="og:description" content="{description}">',
            window_title(title, str(context["site_name"]), str(context["territory_name"])),
            shortened(title or str(context["site_name"]), LONGEST_TITLE),
            description=page_description(description, str(context["territory_name"]), context["branding"].tagline),
        )


@register.tag
def page_head(parser: template.base.Parser, token: template.base.Token) -> PageHead:
    """`{% page_head %}title{% describe %}description{% endpage_head %}`."""
    title = parser.parse(("describe",))
    parser.delete_first_token()
    description = parser.parse(("endpage_head",))
    parser.delete_first_token()
    return PageHead(title, description)


def plain(html: str) -> str:
    """Its text on one line."""
    return re.sub(r"[ \t\r\n]+", " ", unescape(strip_tags(html))).strip()


def window_title(title: str, site: str, territory: str) -> str:
    """The title with as much of the name of the site and of the territory as 70 characters hold."""
    if not title:
        return shortened(f"{site}, {territory}", LONGEST_TITLE)
    wanted = (f"{title} – {site}, {territory}", f"{title} – {territory}", title)
    return next((text for text in wanted if len(text) <= LONGEST_TITLE), shortened(title, LONGEST_TITLE))


def page_description(text: str, territory: str, tagline: str = "") -> str:
    """Between 50 and 170 characters: what the site is about completes a text that is too short."""
    if len(text) < SHORTEST_DESCRIPTION:
        about = _("Les chiffres du développement durable de %(territory)s, comparés et expliqués.")
        text = f"{text} {tagline or about % {'territory': territory}}".strip()
    return shortened(text, LONGEST_DESCRIPTION)


def shortened(text: str, longest: int) -> str:
    """Cut between two words, with dots."""
    if len(text) <= longest:
        return text
    cut = text[: longest - 1]
    return f"{cut[: cut.rfind(' ')] if ' ' in cut else cut}…"

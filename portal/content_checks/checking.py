"""All the checks of a page."""

from typing import Any

from portal.content_checks.findings import Finding
from portal.content_checks.link_rules import check_links_of
from portal.content_checks.reading import blocks_of
from portal.content_checks.rules import RULES


def check_page(page: Any) -> list[Finding]:
    """What is to be mended or thought about in a page as it stands in memory, the blocking findings first.

    Three queries, for its links.
    """
    placed = blocks_of(page)
    language = page.locale.language_code
    found = [finding for rule in RULES for finding in rule(placed, language)]
    found += check_links_of(placed)
    return sorted(dict.fromkeys(found), key=lambda finding: not finding.is_blocking)

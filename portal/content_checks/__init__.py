"""What is checked in a text before somebody else reads it: structure, links, images, how easy it is to read."""

from portal.content_checks.checking import check_page
from portal.content_checks.findings import Finding, Severity

__all__ = ["Finding", "Severity", "check_page"]

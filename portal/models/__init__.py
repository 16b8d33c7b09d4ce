from portal.generation import Generation

from .bundle import Bundle, BundleItem, PreviewTeam
from .department import Department
from .link_check import LinkCheck
from .review import FourEyesTask, FourEyesTaskState, Reviewed, ReviewedContent
from .site_settings import SiteSettings
from .term import Term
from .user import User

__all__ = [
    "Bundle",
    "BundleItem",
    "Department",
    "FourEyesTask",
    "FourEyesTaskState",
    "Generation",
    "LinkCheck",
    "PreviewTeam",
    "Reviewed",
    "ReviewedContent",
    "SiteSettings",
    "Term",
    "User",
]

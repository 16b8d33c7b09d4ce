from portal.generation import Generation

from .department import Department
from .link_check import LinkCheck
from .review import FourEyesTask, FourEyesTaskState, Reviewed, ReviewedContent
from .site_settings import SiteSettings
from .term import Term
from .user import User

__all__ = [
    "Department",
    "FourEyesTask",
    "FourEyesTaskState",
    "Generation",
    "LinkCheck",
    "Reviewed",
    "ReviewedContent",
    "SiteSettings",
    "Term",
    "User",
]

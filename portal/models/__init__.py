from portal.generation import Generation

from .department import Department
from .review import FourEyesTask, FourEyesTaskState, Reviewed, ReviewedContent
from .site_settings import SiteSettings
from .user import User

__all__ = [
    "Department",
    "FourEyesTask",
    "FourEyesTaskState",
    "Generation",
    "Reviewed",
    "ReviewedContent",
    "SiteSettings",
    "User",
]

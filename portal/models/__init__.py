from portal.generation import Generation

from .department import Department
from .user import User

__all__ = ["Department", "Generation", "User"]

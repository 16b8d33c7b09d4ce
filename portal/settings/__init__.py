"""Settings, one concern a file; `environment` says where the differences between installations come from."""

from .base import *  # noqa: F403
from .database import *  # noqa: F403
from .internationalisation import *  # noqa: F403
from .observatory import *  # noqa: F403
from .security import *  # noqa: F403
from .static import *  # noqa: F403
from .wagtail import *  # noqa: F403

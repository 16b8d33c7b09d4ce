"""The two pairs of eyes."""

import pytest

from portal.models import User
from tests.factories.indicators import make_department, make_user


@pytest.fixture
def officer(db: None) -> User:
    """Whoever imports and submits, for one department."""
    return make_user("donnees@example.org", groups=("Données",), departments=[make_department()])


@pytest.fixture
def reviewer(db: None) -> User:
    """Whoever decides, for all departments."""
    return make_user("relecture@example.org", groups=("Relecture",))

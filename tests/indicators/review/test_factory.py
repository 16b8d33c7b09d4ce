"""The shared factory makes what it says."""

import pytest

from indicators.models import Indicator
from tests.factories.indicators import make_indicator, make_live, make_release


@pytest.mark.django_db
def test_a_release_made_live_is_what_visitors_see() -> None:
    release = make_release(make_indicator("emploi"), {"2021": "1.50", "2022": None})
    make_live(release)
    assert Indicator.objects.published().get().publication.release == release
    assert [str(row.value) for row in release.observations.order_by("period")] == ["1.50", "None"]

"""A date is the one of the place, not of Greenwich."""

import datetime

from portal.formatting import format_date


def test_a_moment_after_midnight_here_is_the_day_it_is_here() -> None:
    moment = datetime.datetime(2026, 11, 24, 23, 2, tzinfo=datetime.UTC)
    assert format_date(moment, "fr") == "25\u00a0novembre 2026"

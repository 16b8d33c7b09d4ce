"""Rows in chunks: short transactions, and rests that let others write."""

import time
from datetime import date

import pytest

from indicators.importing.published import snapshot_from_rows
from indicators.models import Breakdown, Observation
from indicators.services import row_writing
from indicators.services.progress import ProgressKeeper
from indicators.services.releases import open_release
from indicators.services.row_writing import CHUNK, breakdown_keys, with_rests, write_rows
from tests.factories.indicators import focus, make_indicator, make_upload, make_user

pytestmark = pytest.mark.django_db


def test_every_row_is_written_whatever_the_number_of_chunks() -> None:
    rows = [
        (focus().pk, str(year), date(year, 1, 1), "year", f'{{"n":"{n}"}}', "1", "", "")
        for year in range(2000, 2050)
        for n in range(90)
    ]
    release = open_release(indicator=make_indicator(), user=make_user(), upload=None)
    told: list[float] = []
    assert write_rows(snapshot=snapshot_from_rows(rows), release_id=release.pk, progress=told.append) == 4_500
    assert Observation.objects.filter(release=release).count() == 4_500
    assert len(told) == -(-4_500 // CHUNK)
    assert told[-1] == 1


def test_known_breakdowns_are_not_made_again() -> None:
    Breakdown.objects.create(key='{"n":"1"}')
    rows = [(1, "2000", date(2000, 1, 1), "year", f'{{"n":"{n}"}}', "1", "", "") for n in range(3)]
    assert len(breakdown_keys(snapshot_from_rows(rows))) == 3  # type: ignore[arg-type]
    assert Breakdown.objects.filter(key__startswith='{"n"').count() == 3


def test_writing_rests_after_each_spell(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(row_writing, "SPELL", 0.02)
    monkeypatch.setattr(row_writing, "REST", 0.03)
    gaps, chunks = [], with_rests(iter([[("row",)] for _number in range(12)]))
    left = time.monotonic()
    for _chunk in chunks:
        gaps.append(time.monotonic() - left)
        time.sleep(0.01)
        left = time.monotonic()
    assert len(gaps) == 12
    assert sum(gap >= 0.025 for gap in gaps) >= 3


def test_the_upload_is_told_at_most_twice_a_second(django_assert_num_queries: object) -> None:
    upload = make_upload(user=make_user())
    keeper = ProgressKeeper(upload, None)
    with django_assert_num_queries(2):  # type: ignore[operator]
        for percent in range(50):
            keeper.tell(percent)
        keeper.finish()
    upload.refresh_from_db()
    assert upload.progress == 100

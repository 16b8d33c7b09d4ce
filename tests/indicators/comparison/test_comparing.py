"""The comparison in the words and names that the assistant and the reviewer read."""

from decimal import Decimal

import pytest

from indicators.comparison import Comparison, compare, compare_release
from indicators.comparison.stored import snapshot_of_release
from indicators.importing.digests import digest
from indicators.importing.merging import ADDS
from indicators.importing.snapshots import snapshot_of
from indicators.models import Breakdown, Territory
from tests.factories.indicators import add_rows, focus, make_indicator, make_live, make_release, make_territory
from tests.factories.readings import make_reading, unknown

pytestmark = pytest.mark.django_db


def compared(before: dict[str, str | None], after: dict[str, str | None], **options: object) -> Comparison:
    """The focus before and after."""
    indicator = make_indicator()
    published = make_release(indicator, before)
    return compare(indicator=indicator, published=published, reading=make_reading(after, focus()), **options)


def test_each_kind_is_counted() -> None:
    found = compared({"2020": "1", "2021": "2", "2022": "3"}, {"2021": "2.5", "2022": "3.0", "2023": "4"})
    counts = found.counts
    assert (counts.new, counts.revised, counts.vanished, counts.unchanged) == (1, 1, 1, 1)
    assert [found.count(kind) for kind in ("new", "revised", "vanished", "status_changed")] == [1, 1, 1, 0]


def test_a_revised_row_says_old_new_and_the_exact_difference() -> None:
    (row,) = compared({"2021": "0.1"}, {"2021": "0.30000000000000000001"}).rows("revised")
    assert (row.territory.name, row.period, row.breakdown) == (str(focus().name), "2021", {})
    assert (row.old, row.new) == (Decimal("0.1"), Decimal("0.30000000000000000001"))
    assert row.difference == Decimal("0.20000000000000000001")


def test_a_suspected_unit_comes_first_and_is_a_loss_of_its_own() -> None:
    found = compared({"2020": "14", "2021": "14.6"}, {"2020": "14.2", "2021": "1460"})
    first, second = found.rows("revised")
    assert (first.factor, second.factor) == (100, 0)
    assert [loss.key for loss in found.losses] == ["unit|x100"]
    assert "100 fois plus grande" in found.losses[0].sentence
    assert found.counts.units == 1


def test_a_jump_says_from_which_value_it_is_measured() -> None:
    past: dict[str, str | None] = {
        str(2010 + place): value for place, value in enumerate(["10", "10.5", "10.4", "11", "11.2", "11.9"])
    }
    (row,) = compared(past, past | {"2016": "15"}).rows("suspects")
    assert row.is_jump
    assert (row.previous_period, row.previous, row.change) == ("2015", Decimal("11.9"), Decimal("3.1"))


def test_what_vanishes_is_grouped_by_territory_and_by_period() -> None:
    indicator, other = make_indicator(), make_territory("44001")
    published = make_release(indicator, {"2020": "1", "2021": "2"})
    add_rows(published, {"2020": "5", "2021": "6"}, territory=other)
    found = compare(indicator=indicator, published=published, reading=make_reading({"2020": "1"}, focus()))
    assert [(group.name, group.count, group.is_whole) for group in found.vanished_by_territory] == [
        (str(other.name), 2, True),
        (str(focus().name), 1, False),
    ]
    assert [(group.name, group.count, group.is_whole) for group in found.vanished_by_period] == [
        ("2021", 2, True),
        ("2020", 1, False),
    ]
    assert [place.name for place in found.missing_territories] == [str(other.name)]
    assert found.missing_periods == ["2021"]
    assert [(loss.key, loss.count) for loss in found.losses] == [("vanished", 3)]


def test_a_file_that_adds_misses_the_territories_of_the_last_period_only() -> None:
    indicator, former, present = make_indicator(), make_territory("44001"), make_territory("44002")
    published = make_release(indicator, {"2020": "1", "2021": "2"})
    add_rows(published, {"2020": "5"}, territory=former)
    add_rows(published, {"2021": "5"}, territory=present)
    reading = make_reading({"2022": "3"}, focus())
    found = compare(indicator=indicator, published=published, reading=reading, scope=ADDS)
    assert [place.code for place in found.missing_territories] == ["44002"]
    assert (found.missing_periods, found.losses, found.counts.vanished) == ([], [], 0)


def test_a_first_import_is_all_new() -> None:
    found = compare(indicator=make_indicator(), published=None, reading=make_reading({"2020": "1"}, focus()))
    assert found.is_first
    assert (found.counts.new, found.counts.published, found.losses) == (1, 0, [])


def test_the_line_before_and_after_is_that_of_the_reading_territory() -> None:
    series = compared({"2020": "1", "2021": "2"}, {"2020": "1", "2021": "2.5", "2022": "3"}).series
    assert series
    assert series.territory == focus().pk
    assert [point.value for point in series.before] == [1, 2]
    assert [(point.period, point.start) for point in series.after][-1] == ("2022", "2022-01-01")


def test_without_the_focus_the_line_is_that_of_an_enclosing_territory_or_of_the_longest() -> None:
    departement = Territory.objects.get(scheme="COG département", code="44")
    for place in (departement, make_territory("99999")):
        found = compare(indicator=make_indicator(), published=None, reading=make_reading({"2020": "1"}, place))
        assert found.reading_territory == place.pk


def test_only_totals_are_on_the_line() -> None:
    reading = make_reading({"2020": "1"}, focus(), breakdown={"sexe": "Femmes"})
    assert compare(indicator=make_indicator(), published=None, reading=reading).series is None


def test_a_territory_that_the_catalogue_lacks_is_shown_by_its_label() -> None:
    found = compare(
        indicator=make_indicator(), published=None, reading=make_reading({"2020": "1"}, unknown("Ailleurs"))
    )
    (row,) = found.rows("new")
    assert (row.territory.name, row.territory.is_known) == ("Ailleurs", False)


def test_a_release_compares_with_what_is_online_now() -> None:
    indicator = make_indicator()
    make_live(make_release(indicator, {"2020": "1"}))
    found = compare_release(make_release(indicator, {"2020": "1", "2021": "2"}))
    assert (found.counts.new, found.counts.unchanged) == (1, 1)


def test_rows_come_back_from_the_database_as_they_were_read() -> None:
    reading = make_reading({"2020": "1.50", "2021": None}, focus(), breakdown={"sexe": "Femmes"}, note="a, b")
    stored = make_release(make_indicator(), {})
    add_rows(stored, {"2020": "1.50", "2021": None}, breakdown={"sexe": "Femmes"})
    stored.observations.update(note="a, b")
    assert digest(snapshot_of_release(stored)) == digest(snapshot_of(reading))
    assert Breakdown.objects.filter(key='{"sexe":"Femmes"}').exists()


def test_the_number_of_queries_does_not_depend_on_the_number_of_rows(django_assert_num_queries: object) -> None:
    found = compared({str(year): "1" for year in range(1950, 2020)}, {str(year): "2" for year in range(1950, 2020)})
    with django_assert_num_queries(1):  # type: ignore[operator]
        assert len(found.rows("revised", 10, 50)) == 50


def test_every_row_can_be_downloaded() -> None:
    found = compared({}, {str(year): "1" for year in range(1950, 2020)})
    assert len(list(found.every_row("new"))) == 70
    assert found.summary()["counts"]["new"] == 70

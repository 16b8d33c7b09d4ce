"""What a file would change: kinds of rows, suspicions, scopes and fingerprints."""

from datetime import date

import pytest

from indicators.importing.comparison import NEW, REVISED, STATUS_CHANGED, VANISHED, Differences, compare_snapshots
from indicators.importing.digests import digest
from indicators.importing.merging import ADDS, DuplicateObservations
from indicators.importing.published import empty_snapshot, snapshot_from_rows
from indicators.importing.snapshots import Snapshot

Cell = tuple[str, str | None] | tuple[str, str | None, str]


def snapshot(*cells: Cell, territory: int = 1, breakdown: str = "{}") -> Snapshot:
    """A yearly series."""
    rows = [
        (territory, year, date(int(year), 1, 1), "year", breakdown, value, *(rest or [""]), "")
        for year, value, *rest in cells
    ]
    return snapshot_from_rows(rows)  # type: ignore[arg-type]


def count(differences: Differences) -> dict[str, int]:
    return {kind: len(pairs) for kind, pairs in differences.pairs.items() if len(pairs)}


def test_a_value_that_was_not_there_is_new_and_an_equal_one_is_unchanged() -> None:
    found = compare_snapshots(snapshot(("2021", "1.50")), snapshot(("2021", "1.5"), ("2022", "1.6")))
    assert count(found) == {NEW: 1}
    assert found.unchanged == 1


def test_a_value_that_differs_is_revised() -> None:
    found = compare_snapshots(snapshot(("2021", "1.5")), snapshot(("2021", "1.6")))
    assert count(found) == {REVISED: 1}


def test_a_row_that_the_file_lacks_vanished() -> None:
    found = compare_snapshots(snapshot(("2021", "1"), ("2022", "2")), snapshot(("2022", "2")))
    assert count(found) == {VANISHED: 1}


def test_a_value_that_became_not_available_vanished() -> None:
    found = compare_snapshots(snapshot(("2021", "1")), snapshot(("2021", None, "missing")))
    assert count(found) == {VANISHED: 1}
    assert found.pairs[VANISHED].after.tolist() == [0]


def test_a_value_that_became_withheld_is_revised() -> None:
    assert count(compare_snapshots(snapshot(("2021", "1")), snapshot(("2021", None, "withheld")))) == {REVISED: 1}


def test_a_status_alone_is_told_apart() -> None:
    found = compare_snapshots(snapshot(("2021", "1", "provisional")), snapshot(("2021", "1.0")))
    assert count(found) == {STATUS_CHANGED: 1}


def test_breakdowns_are_compared_with_the_same_breakdown_only() -> None:
    found = compare_snapshots(snapshot(("2021", "1")), snapshot(("2021", "2"), breakdown='{"sexe":"Femmes"}'))
    assert count(found) == {NEW: 1, VANISHED: 1}


def test_adding_carries_over_the_rows_that_the_file_does_not_speak_of() -> None:
    found = compare_snapshots(
        snapshot(("2021", "1"), ("2022", "2")), snapshot(("2022", "3"), ("2023", "4")), scope=ADDS
    )
    assert count(found) == {NEW: 1, REVISED: 1}
    assert sorted(found.after.value.to_pylist()) == ["1", "3", "4"]


def test_the_same_figures_in_another_order_are_the_same() -> None:
    first, second = snapshot(("2021", "1.50"), ("2022", "2")), snapshot(("2022", "2"), ("2021", "1.5"))
    assert digest(first) == digest(second)
    assert compare_snapshots(first, second).is_same


@pytest.mark.parametrize("other", [("2022", "3"), ("2023", "2"), ("2022", "2", "break")])
def test_any_difference_changes_the_fingerprint(other: Cell) -> None:
    first = snapshot(("2021", "1"), ("2022", "2"))
    assert not compare_snapshots(first, snapshot(("2021", "1"), other)).is_same


def test_two_empty_sets_are_not_a_repeated_import() -> None:
    assert not compare_snapshots(empty_snapshot(), empty_snapshot()).is_same


@pytest.mark.parametrize(
    ("old", "new", "factor"),
    [("14.6", "1460", 100), ("14.6", "1.5", -10), ("1200", "1290000", 1000), ("14.6", "15.2", 0), ("2", "20", 0)],
)
def test_a_power_of_ten_suggests_another_unit(old: str, new: str, factor: int) -> None:
    found = compare_snapshots(snapshot(("2021", old)), snapshot(("2021", old), ("2022", new)))
    assert found.pairs[NEW].factor.tolist() == [factor]


def test_a_revision_by_a_power_of_ten_suggests_another_unit() -> None:
    before = snapshot(("2020", "14.1"), ("2021", "14.6"))
    found = compare_snapshots(before, snapshot(("2020", "1410"), ("2021", "1460")))
    assert found.pairs[REVISED].factor.tolist() == [100, 100]


def history(*values: str) -> list[Cell]:
    return [(str(2010 + place), value) for place, value in enumerate(values)]


def test_a_change_out_of_the_habit_of_the_series_is_a_jump() -> None:
    past = history("10", "10.5", "10.4", "11", "11.2", "11.9")
    found = compare_snapshots(snapshot(*past), snapshot(*past, ("2016", "15")))
    assert found.pairs[NEW].jump.tolist() == [True]
    assert len(found.suspects) == 1


def test_an_ordinary_change_is_no_jump() -> None:
    past = history("10", "10.5", "10.4", "11", "11.2", "11.9")
    assert not len(compare_snapshots(snapshot(*past), snapshot(*past, ("2016", "12.3"))).suspects)


@pytest.mark.parametrize("past", [("10", "10.5", "10.4", "11", "11.2"), ("1", "2", "3", "4", "5", "6", "7")])
def test_too_few_changes_or_changes_that_never_deviate_show_no_jump(past: tuple[str, ...]) -> None:
    found = compare_snapshots(snapshot(*history(*past)), snapshot(*history(*past), ("2019", "15")))
    assert not found.pairs[NEW].jump.any()


def test_an_aim_is_not_part_of_the_series() -> None:
    past = history("10", "10.5", "10.4", "11", "11.2", "11.9")
    assert not len(compare_snapshots(snapshot(*past), snapshot(*past, ("2030", "100", "target"))).suspects)


def test_a_row_that_stands_twice_is_refused() -> None:
    with pytest.raises(DuplicateObservations):
        compare_snapshots(empty_snapshot(), snapshot(("2021", "1"), ("2021", "2")))

"""The benchmark measures what it says: a file of the asked size, a figure beside its limit, nothing of the user's."""

from pathlib import Path

import pytest

from benchmarks.figures_file import HEADER, RECIPE, lines, territory_codes, write_file, write_file_of_size
from benchmarks.measures import Measure
from benchmarks.workshop import workshop
from indicators.importing.recipes import load_recipe


def test_the_file_has_exactly_the_rows_that_are_asked_and_is_the_same_each_time(tmp_path: Path) -> None:
    text = write_file(tmp_path / "f.csv", 250).read_text(encoding="utf-8")
    assert text.startswith(HEADER)
    assert len(text.splitlines()) == 251
    assert list(lines(250)) == list(lines(250)) != list(lines(250, seed=1))
    assert len(territory_codes(250)) == 3


def test_no_key_stands_twice(tmp_path: Path) -> None:
    assert len({line.rsplit(";", 1)[0] for line in lines(1_000)}) == 1_000


def test_a_file_is_at_least_as_large_as_asked(tmp_path: Path) -> None:
    assert write_file_of_size(tmp_path / "f.csv", 100_000).stat().st_size >= 100_000


def test_the_recipe_of_the_file_is_valid() -> None:
    assert load_recipe(RECIPE).territory.origin.column == "code"


@pytest.mark.parametrize(("measured", "word"), [(1.5, "ok"), (3.0, "ok"), (3.1, "TOO MUCH")])
def test_a_measure_is_printed_beside_its_limit(measured: float, word: str) -> None:
    measure = Measure("time", measured, 3.0, "s")
    assert str(measure).startswith(word)
    assert measure.is_kept == (word == "ok")


def test_the_workshop_uses_a_database_and_folders_of_its_own_and_removes_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DATABASE_URL", "sqlite:////somewhere/of/the/user.sqlite3")
    with workshop() as place:
        environment = place.environment()
        assert str(place.folder) in environment["DATABASE_URL"]
        assert environment["BENCHMARK_FOLDER"] == str(place.folder)
    assert not place.folder.exists()

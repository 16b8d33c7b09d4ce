"""A recipe that is wrong from end to end is refused in one sentence, quickly; one that is nearly right is not."""

import pytest

from indicators.importing import hopeless
from indicators.importing.formats import open_source
from indicators.importing.observations import Reading
from indicators.importing.reading import read_observations
from indicators.importing.recipes import load_recipe
from indicators.importing.refusals import FileRefused
from indicators.importing.territories import Catalogue, CatalogueRow

ROWS = 200
CATALOGUE = Catalogue.from_rows(
    CatalogueRow("COG commune", f"{44000 + rank}", f"Commune {rank}") for rank in range(300)
)
FILE = "code;jour;texte;pays;nombre\n" + "".join(
    f"{44000 + rank};2020;cellule {rank} illisible;{'FR' if rank < 3 else 'XX'};{rank},5\n" for rank in range(ROWS)
)
RIGHT = {
    "territory": "{column: code, scheme: COG commune}",
    "period": "{column: jour}",
    "value": "{column: nombre, decimal: ','}",
}


@pytest.fixture(autouse=True)
def _few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hopeless, "MOST", 100)


def read(text: str = FILE, **parts: str) -> Reading:
    recipe = "\n".join(f"{name}: {part}" for name, part in {**RIGHT, **parts}.items())
    return read_observations(open_source(text.encode(), name="f.csv"), load_recipe(recipe), CATALOGUE)


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ({"value": "{column: texte}"}, "ne sont pas des nombres"),
        ({"territory": "{column: texte, scheme: COG commune}"}, "ne sont pas dans le référentiel"),
        ({"period": "{column: texte}"}, "ne se lisent pas"),
        ({"breakdown": "[{column: texte, name: x}]"}, "catégories"),
    ],
)
def test_a_wrong_column_is_refused_with_examples(parts: dict[str, str], said: str) -> None:
    with pytest.raises(FileRefused) as refused:
        read(**parts)
    assert refused.value.code == "recipe_does_not_fit"
    assert said in str(refused.value.reason)
    assert "« cellule 0 illisible »" in str(refused.value.reason)


def test_the_right_columns_are_read_however_many_their_texts() -> None:
    reading = read()
    assert (len(reading.table), reading.problems) == (ROWS, [])


def test_some_cells_to_correct_among_many_are_told_one_by_one() -> None:
    reading = read(FILE.replace(";7,5\n", ";7,5,5\n").replace(";8,5\n", ";huit\n"))
    assert [problem.cell for problem in reading.problems] == ["7,5,5", "huit"]


def test_what_a_filter_leaves_out_is_not_counted() -> None:
    reading = read(
        territory="{column: texte, by: label}",
        filter="[{column: pays, equals: FR}]",
    )
    assert len(reading.problems) == 3

"""Notes at the bottom of a table are found each year, however many they are; data never are notes."""

import pandas as pd
import pytest

from indicators.importing.footers import end_of_body
from indicators.importing.formats import open_source
from indicators.importing.inspection import inspect_source
from indicators.importing.reading import read_observations
from indicators.importing.recipes import dump_recipe, load_recipe
from indicators.importing.territories import Catalogue, CatalogueRow

CATALOGUE = Catalogue.from_rows(
    CatalogueRow("COG département", code, name) for code, name in (("44", "Loire-Atlantique"), ("49", "Maine-et-Loire"))
)
THIS_YEAR = "Code departement;annee;taux\n44;2020;1,5\n49;2020;2,5\n\nSource : essai\n"
NEXT_YEAR = (
    "Code departement;annee;taux\n44;2021;1,5\n49;2021;2,5\n44;2022;1,6\n49;2022;2,6\n\n"
    "Source : essai, millésime revu\nChamp : France\nLecture : un exemple sans chiffre\nNote : une note de plus\n"
)


def end_of(*lines: str) -> int:
    cells = pd.DataFrame([[*line.split(";"), "", "", ""][:4] for line in lines], dtype="str")
    return end_of_body(cells, 1)


@pytest.mark.parametrize(
    ("lines", "end"),
    [
        (("a;b;c", "x;1;2", "y;3;4"), 3),
        (("a;b;c", "x;1;2", "y;3;4", "", "Source : essai"), 3),
        (("a;b;c", "x;1;2", "y;3;4", "Source : essai"), 3),
        (("a;b;c", "x;1;2", "y;3;4", "", "Mayotte"), 3),
        (("a;b;c", "x;1;2", "y;3;4", "Mayotte"), 4),
        (("a;b;c", "x;1;2", "y;3;4", "Champagne-Ardenne"), 4),
        (("a;b;c", "x;1;2", "y;3;4", "Mayotte", "", "Lecture : essai"), 4),
        (("a;b;c", "x;1;2", "y;3;4", "", "Total;4;6"), 5),
        (("a;b;c", "x;1;2", "y;3;4", "", *("une ligne de note" for _line in range(30))), 3),
    ],
)
def test_the_end_of_a_table(lines: tuple[str, ...], end: int) -> None:
    assert end_of(*lines) == end


def test_a_longer_footer_next_year_is_not_read_as_data() -> None:
    recipe = inspect_source(open_source(THIS_YEAR.encode(), name="f.csv"), CATALOGUE).recipe
    assert "footer: notes" in dump_recipe(recipe)
    replayed = load_recipe(dump_recipe(recipe))
    assert replayed == recipe
    reading = read_observations(open_source(NEXT_YEAR.encode(), name="f.csv"), replayed, CATALOGUE)
    assert reading.problems == []
    assert len(reading.table) == 4

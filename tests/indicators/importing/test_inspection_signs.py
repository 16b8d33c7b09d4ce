"""Signs instead of values or glued to them: what a note of the file says of them comes before what is usual."""

import io
from pathlib import Path

import openpyxl
import pytest

from indicators import statuses
from indicators.importing.formats import open_source
from indicators.importing.inspection import (
    SURE,
    TO_CONFIRM,
    Guess,
    Inspection,
    apply_answers,
    inspect_source,
)
from indicators.importing.inspection.legends import legend_of
from indicators.importing.reading import read_observations
from indicators.importing.territories import Catalogue, CatalogueRow

COMMUNES = ("44109", "44162", "44143", "44190", "44114", "44215", "44047", "44026")
CATALOGUE = Catalogue.from_rows(CatalogueRow("COG commune", code, f"Commune {code}") for code in COMMUNES)
DOCUMENTS = Path(__file__).resolve().parents[3] / "docs" / "samples"


def rows(last: str) -> str:
    values = ["4,9", "5,2", "7", "8,4", "9,1", "6,6", "5,5", last]
    return "".join(f"{code};2021;{value}\n" for code, value in zip(COMMUNES, values, strict=True))


def inspected(text: str, name: str = "fichier.csv") -> Inspection:
    return inspect_source(open_source(text.encode(), name=name), CATALOGUE)


def guess(inspection: Inspection, what: str) -> Guess | None:
    return next((guess for guess in inspection.guesses if guess.what == what), None)


@pytest.mark.parametrize(
    ("sign", "note", "status"),
    [
        ("s", "En % ; s = secret statistique", statuses.WITHHELD),
        ("s", "Légende : « s » : secret statistique, nd : non disponible", statuses.WITHHELD),
        ("nd", "s = secret statistique, nd = non disponible", statuses.MISSING),
        ("p", "(p) : données provisoires", statuses.PROVISIONAL),
        (":", ": = not available", statuses.MISSING),
        ("*", "* = valeur estimée", statuses.ESTIMATED),
        ("z", "z = aucun de ces mots", ""),
    ],
)
def test_a_note_gives_the_meaning_of_a_sign(sign: str, note: str, status: str) -> None:
    legend = legend_of(sign, ["Source : Insee", note])
    assert legend is not None
    assert (legend.note, legend.status) == (note, status)


def test_a_sentence_that_only_holds_the_letter_explains_nothing() -> None:
    assert legend_of("s", ["Sources : Insee", "Les communes : s’y ajoutent les autres"]) is None
    assert legend_of("-", ["Sexe - âge : ensemble"]) is None


def test_a_mark_that_a_note_explains_is_not_asked_about() -> None:
    found = inspected(f"code commune;annee;taux\n{rows('s')}\nNote : s = secret statistique\n")
    told = guess(found, "status.mark.s")
    assert told is not None
    assert (told.value, told.confidence) == (statuses.WITHHELD, SURE)
    assert "s = secret statistique" in told.reason


def test_what_the_note_says_goes_into_the_recipe_when_it_is_not_the_usual_meaning() -> None:
    text = f"code commune;annee;taux\n{rows('s')}\nNote : s = non significatif\n"
    found = inspected(text)
    assert dict(found.recipe.status.marks) == {"s": statuses.NOT_SIGNIFICANT}
    reading = read_observations(open_source(text.encode(), name="f.csv"), found.recipe, CATALOGUE)
    assert statuses.NOT_SIGNIFICANT in "".join(map(str, reading.statuses))


def test_a_mark_without_a_note_is_asked_about() -> None:
    told = guess(inspected(f"code commune;annee;taux\n{rows('s')}"), "status.mark.s")
    assert told is not None
    assert told.confidence == TO_CONFIRM


def test_a_glued_sign_that_a_note_explains_is_read() -> None:
    found = inspected(f"code commune;annee;taux\n{rows('4,2*')}\n* = donnée provisoire\n")
    assert dict(found.recipe.status.flags) == {"*": statuses.PROVISIONAL}
    assert not any(doubt.what.startswith("status.") for doubt in found.every_doubt)


def test_a_number_typed_wrong_is_a_cell_to_correct_not_a_sign_to_explain() -> None:
    found = inspected(f"code commune;annee;taux\n{rows('4,9,2')}")
    assert not any("4,9,2" in one.what for one in found.guesses)


def test_a_note_on_another_sheet_counts() -> None:
    book = openpyxl.Workbook()
    book.active.title = "Données"
    for line in [("code commune", "annee", "taux"), *((code, 2021, 4.5) for code in COMMUNES[:-1])]:
        book.active.append(line)
    book.active.append((COMMUNES[-1], 2021, "c"))
    book.create_sheet("Lisez-moi").append(("c = secret statistique",))
    content = io.BytesIO()
    book.save(content)
    found = inspect_source(open_source(content.getvalue(), name="f.xlsx"), CATALOGUE)
    told = guess(found, "status.mark.c")
    assert told is not None
    assert told.confidence == SURE


def test_the_workbook_of_the_documentation_asks_which_of_its_measures_and_reads_its_legend() -> None:
    path = DOCUMENTS / "pauvrete-communes-2021.xlsx"
    found = inspect_source(open_source(path.read_bytes(), name=path.name), CATALOGUE)
    measure, mark = guess(found, "measure"), guess(found, "status.mark.s")
    assert measure is not None
    assert mark is not None
    assert [one.value for one in measure.alternatives] == ["Ensemble", "Moins de 30 ans", "Propriétaires", "Locataires"]
    assert [doubt.what for doubt in found.every_doubt] == ["measure"]
    assert (mark.value, mark.confidence) == (statuses.WITHHELD, SURE)


def test_a_column_of_true_and_false_may_say_nothing_of_the_values() -> None:
    lines = [f"{code};2021;{rank},5;{rank % 2 == 0}\n" for rank, code in enumerate(COMMUNES, start=1)]
    text = "commune;annee;valeur;statut\n" + "".join(lines)
    doubt = guess(inspected(text), "status.flag.True")
    assert doubt is not None
    first = doubt.alternatives[0]
    assert (first.value, str(first.label), str(first.consequence)) == ("normal", "Valeur normale", "rien, l’oublier")
    inspection = inspected(text)
    answers = {"status.flag.True": "normal", "status.flag.False": "normal"}
    source = open_source(text.encode(), name="fichier.csv")
    reading = read_observations(source, apply_answers(inspection, answers), CATALOGUE)
    assert (len(reading.table), reading.problems) == (8, [])

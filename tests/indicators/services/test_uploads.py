"""Files as received: kept, refused, read, answered, imported, replayed next year."""

from dataclasses import replace
from typing import Any

import pytest

from indicators.importing.grids import SourceFile
from indicators.importing.recipes import Origin, PeriodRule, Recipe, TerritoryRule
from indicators.importing.refusals import FileRefused
from indicators.models import Indicator, Upload
from indicators.services import upload_reading
from indicators.services.import_errors import AlreadyImported, UnknownTerritories
from indicators.services.importing import compare_upload, import_upload
from indicators.services.recipes import keep_recipe, usual_recipe
from indicators.services.uploads import abandon_upload, read_upload, receive_upload, save_answers
from tests.factories.indicators import make_indicator, make_user
from tests.factories.readings import RECIPE

pytestmark = pytest.mark.django_db

FILE = b"siren;annee;valeur\n244400404;2020;10,5\n243500139;2020;9,1\n244400404;2021;11,0\n243500139;2021;9,4\n"


def received(content: bytes = FILE, indicator: Indicator | None = None) -> Upload:
    return receive_upload(content=content, name="chiffres.csv", user=make_user(), indicator=indicator)


def test_the_bytes_are_kept_as_they_are_out_of_reach_with_their_fingerprint(settings: object) -> None:
    upload = received()
    with upload.file.open("rb") as file:
        assert file.read() == FILE
    assert upload.file.path.startswith(settings.PRIVATE_MEDIA_ROOT)  # type: ignore[attr-defined]
    assert (len(upload.sha256), upload.size, upload.state) == (64, len(FILE), "received")
    assert upload.detection["separator"] == ";"


def test_a_file_that_cannot_be_read_is_refused_and_the_reason_recorded() -> None:
    with pytest.raises(FileRefused):
        received(b"%PDF-1.7 not a table")
    upload = Upload.objects.get()
    assert upload.state == "refused"
    assert set(upload.refusal) == {"code", "reason", "remedy"}


def test_a_file_is_read_with_the_recipe_that_is_proposed_for_it() -> None:
    upload = received()
    found = read_upload(upload=upload)
    upload.refresh_from_db()
    assert len(found.reading.table) == 4
    assert (found.recipe_fits, found.stored_recipe) == (None, None)
    assert (upload.state, upload.account["kept"]) == ("read", 4)
    assert upload.recipe_document["territory"]["column"] == "siren"


def test_the_same_bytes_are_imported_once_for_an_indicator_unless_asked_again() -> None:
    indicator = make_indicator()
    upload = received(indicator=indicator)
    release = import_upload(upload=upload, indicator=indicator, user=make_user())
    with pytest.raises(AlreadyImported) as stopped:
        received(indicator=indicator)
    assert stopped.value.release == release
    assert received(indicator=make_indicator())
    assert receive_upload(content=FILE, name="f.csv", user=make_user(), indicator=indicator, again=True)


def test_next_year_the_recipe_replays_without_a_question() -> None:
    indicator = make_indicator()
    import_upload(upload=received(indicator=indicator), indicator=indicator, user=make_user())
    upload = received(FILE + b"244400404;2022;11,7\n", indicator)
    found = read_upload(upload=upload)
    assert found.recipe_fits
    assert found.stored_recipe == usual_recipe(indicator=indicator, source=None)
    assert compare_upload(indicator=indicator, found=found).counts.new == 5


def test_a_recipe_that_no_longer_fits_is_said_and_another_one_proposed() -> None:
    indicator = make_indicator()
    import_upload(upload=received(indicator=indicator), indicator=indicator, user=make_user())
    found = read_upload(upload=received(FILE.replace(b"valeur", b"taux"), indicator))
    assert found.recipe_fits is False
    assert "valeur" in found.misfit
    assert len(found.reading.table) == 4


def test_rows_that_the_person_leaves_out_are_a_named_loss_of_the_release() -> None:
    indicator = make_indicator()
    upload = received(FILE + b"244400404;2022;douze\n", indicator)
    (problem,) = [one for one in read_upload(upload=upload).reading.problems if one.severity == "blocking"]
    save_answers(upload=upload, answers={}, decisions={problem.key: {"action": "drop"}})
    release = import_upload(upload=upload, indicator=indicator, user=make_user())
    assert [loss["key"] for loss in release.provenance.losses] == [problem.key]
    assert release.observations.count() == 4


def test_a_territory_that_the_person_names_is_remembered_in_the_recipe() -> None:
    indicator = make_indicator()
    content = (
        "territoire;annee;valeur\nNantes Métropole;2020;1,5\nMétro de Brest-Ville;2020;2,5\nRennes Métropole;2020;3,5\n"
    )
    upload = received(content.encode(), indicator)
    found = read_upload(upload=upload)
    (problem,) = [one for one in found.reading.problems if one.code == "unknown_territory"]
    with pytest.raises(UnknownTerritories):
        import_upload(upload=upload, indicator=indicator, user=make_user(), losses=[problem.key])
    named = {"action": "map", "scheme": "EPCI SIREN", "code": "242900314"}
    save_answers(upload=upload, answers={}, decisions={problem.key: named})
    import_upload(upload=upload, indicator=indicator, user=make_user())
    kept = usual_recipe(indicator=indicator, source=None)
    assert kept
    assert kept.document["territory"]["labels"] == {"Métro de Brest-Ville": "EPCI SIREN|242900314"}


def test_giving_up_leaves_an_imported_file_imported() -> None:
    indicator = make_indicator()
    first, second = received(), received(FILE + b"\n", indicator)
    import_upload(upload=second, indicator=indicator, user=make_user())
    second.refresh_from_db()
    assert [abandon_upload(upload=upload).state for upload in (first, second)] == ["abandoned", "imported"]


def test_a_recipe_gets_a_new_version_only_when_it_differs() -> None:
    indicator = make_indicator()
    options = {"source": indicator.source, "indicator": indicator, "name": "annuel", "user": make_user()}
    first, again = keep_recipe(recipe=RECIPE, **options), keep_recipe(recipe=RECIPE, **options)
    other = keep_recipe(recipe=RECIPE.__class__(RECIPE.territory, RECIPE.period, scope="adds"), **options)
    assert first == again
    assert (first.version, other.version) == (1, 2)


def test_a_recipe_whose_territory_or_period_nobody_told_is_never_kept() -> None:
    indicator = make_indicator("a-dire")
    recipe = Recipe(TerritoryRule(Origin(constant="")), PeriodRule(Origin(column="annee")))
    with pytest.raises(FileRefused) as refused:
        keep_recipe(source=indicator.source, indicator=indicator, name="x", recipe=recipe, user=None)
    assert "le territoire n’est pas dit" in str(refused.value.reason)


def test_answers_change_the_recipe_of_last_year_and_the_file_is_opened_once(monkeypatch: pytest.MonkeyPatch) -> None:
    indicator, opened = make_indicator("une-fois"), []
    recipe = Recipe(TerritoryRule(Origin(column="siren"), scheme="EPCI SIREN"), PeriodRule(Origin(column="annee")))
    keep_recipe(source=indicator.source, indicator=indicator, name="x", recipe=recipe, user=None)
    upload = received(indicator=indicator)
    save_answers(upload=upload, answers={"empty": "zero"})
    whole = upload_reading.open_for

    def counted(content: bytes, **options: Any) -> SourceFile:
        opened.append(content)
        return whole(content, **options)

    monkeypatch.setattr(upload_reading, "open_for", counted)
    found = read_upload(upload=upload)
    assert (found.recipe_fits, found.recipe, len(opened)) == (True, replace(recipe, empty="zero"), 1)
    assert len(found.reading.table) == 4


def test_saying_where_the_titles_are_puts_the_recipe_of_last_year_aside() -> None:
    indicator = make_indicator("ailleurs")
    keep_recipe(source=indicator.source, indicator=indicator, name="x", recipe=RECIPE, user=None)
    upload = received(b"a;b;c\n" + FILE, indicator=indicator)
    save_answers(upload=upload, answers={"file.header": "2"})
    found = read_upload(upload=upload)
    assert (found.recipe_fits, found.recipe.file.header, len(found.reading.table)) == (None, (2,), 4)

"""Catalogue tables as files: out and in again without a change, drafts for indicators, nothing half done."""

import io
import time
import zipfile
from unittest.mock import patch

import pytest
import tablib
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from indicators.exchange import sealed
from indicators.models import Indicator, Source, Territory
from indicators.resources import resource_for, rows_for
from tests.factories.indicators import make_department, make_indicator, make_source, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def platform():
    return make_user(groups=("Plateforme",))


def exported(table: str, user) -> tablib.Dataset:
    """The table as a file would hold it."""
    return resource_for(table, user).export(rows_for(table, user))


def imported(table: str, user, dataset: tablib.Dataset, **options):
    """The result of importing it."""
    resource = resource_for(table, user)
    return resource.import_data(dataset, use_transactions=True, rollback_on_validation_errors=True, **options)


def changed(dataset: tablib.Dataset, row: int, **cells: str) -> tablib.Dataset:
    """The same table with other cells in one row."""
    table = tablib.Dataset(headers=dataset.headers)
    for number, values in enumerate(dataset.dict):
        table.append([(values | cells if number == row else values)[name] for name in dataset.headers])
    return table


@pytest.mark.parametrize("table", ["indicators", "sources", "territories"])
def test_an_export_asks_a_few_questions_for_each_hundred_rows(table, platform, django_assert_max_num_queries):
    for code in ("emploi", "revenu", "logement", "eau"):
        make_indicator(code, goals=(8, 5), source=make_source(code))
    with django_assert_max_num_queries(12):
        exported(table, platform)


@pytest.mark.parametrize("table", ["indicators", "sources", "territories"])
def test_what_was_exported_changes_nothing_when_imported_again(table, platform):
    make_indicator("emploi", target_value="12.50", target_year=2030, goals=(8, 5))
    make_indicator("revenu", title_fr="-3 % de revenu")
    result = imported(table, platform, exported(table, platform))
    assert not result.has_errors()
    assert not result.has_validation_errors()
    assert {row.import_type for row in result.rows} == {"skip"}


def test_a_changed_indicator_becomes_a_draft_and_what_is_live_stays(platform):
    make_indicator("emploi")
    table = changed(exported("indicators", platform), 0, title_fr="Titre importé", goals="8;10")
    assert not imported("indicators", platform, table).has_validation_errors()
    indicator = Indicator.objects.get()
    assert indicator.title_fr == "Indicateur emploi"
    assert [goal.number for goal in indicator.goals.all()] == [8]
    draft = indicator.get_latest_revision_as_object()
    assert draft.title_fr == "Titre importé"
    assert [goal.number for goal in draft.goals.all()] == [8, 10]
    assert {row.import_type for row in imported("indicators", platform, table).rows} == {"skip"}


def test_a_new_indicator_is_a_draft(platform):
    make_indicator("emploi")
    table = changed(exported("indicators", platform), 0, code="neuf", slug="neuf", title_fr="Neuf")
    assert not imported("indicators", platform, table).has_validation_errors()
    assert not Indicator.objects.get(code="neuf").live
    assert [goal.number for goal in Indicator.objects.get(code="neuf").get_latest_revision_as_object().goals.all()] == [
        8
    ]


def test_one_bad_row_stops_the_whole_file(platform):
    make_source("a")
    make_source("b")
    table = changed(changed(exported("sources", platform), 0, name_fr="Changé"), 1, frequency="parfois")
    result = imported("sources", platform, table)
    assert result.has_validation_errors()
    assert not Source.objects.filter(name_fr="Changé").exists()


def test_a_dry_run_writes_nothing(platform):
    make_source("a")
    table = changed(exported("sources", platform), 0, name_fr="Changé")
    assert imported("sources", platform, table, dry_run=True).totals["update"] == 1
    assert not Source.objects.filter(name_fr="Changé").exists()


def test_a_data_officer_imports_the_indicators_of_their_department_only():
    make_indicator("emploi", department=make_department("logement"))
    officer = make_user(groups=("Données",), departments=[make_department("economie")])
    everything = exported("indicators", make_user(groups=("Plateforme",)))
    result = imported("indicators", officer, changed(everything, 0, title_fr="Volé"))
    assert result.has_validation_errors()
    stolen = imported("indicators", officer, changed(everything, 0, code="neuf", slug="neuf"))
    assert stolen.has_validation_errors()
    assert Indicator.objects.count() == 1


@pytest.mark.parametrize("group", ["Données", "Relecture", "Rédaction"])
def test_only_the_platform_team_imports_sources_and_territories(client, group):
    client.force_login(make_user(groups=(group,), departments=[make_department()]))
    for table in ("sources", "territories"):
        assert client.get(reverse("indicators_exchange:import", args=[table])).status_code in (302, 403)


def test_cells_that_a_spreadsheet_would_run_are_made_harmless(platform):
    make_source("a", name_fr="=1+1", producer="@SOMME(A1)", licence="-2 % par an")
    row = exported("sources", platform).dict[0]
    assert (row["name_fr"], row["producer"], row["licence"]) == ("'=1+1", "'@SOMME(A1)", "'-2 % par an")


def test_spellings_of_a_territory_are_added(platform):
    table = exported("territories", platform)
    row = next(number for number, values in enumerate(table.dict) if values["code"] == "44109" or number == 3)
    code, scheme = table.dict[row]["code"], table.dict[row]["scheme"]
    known = table.dict[row]["spellings"]
    imported("territories", platform, changed(table, row, spellings=f"{known};Ma graphie"))
    assert Territory.objects.get(scheme=scheme, code=code).spellings.filter(text="Ma graphie").exists()


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_file_is_shown_before_it_is_imported(client, platform, kind):
    make_source("a")
    table = changed(exported("sources", platform), 0, name_fr="Changé")
    content = table.export(kind) if kind == "xlsx" else table.export("csv").encode()
    client.force_login(platform)
    address = reverse("indicators_exchange:import", args=["sources"])
    page = client.post(address, {"file": SimpleUploadedFile(f"sources.{kind}", content)})
    assert "1 à modifier" in page.content.decode()
    assert Source.objects.get().name_fr != "Changé"
    response = client.post(address, {"confirm": page.context["preview"]["content"]})
    assert response.status_code == 302
    assert Source.objects.get().name_fr == "Changé"


def test_a_preview_of_somebody_else_cannot_be_confirmed(client, platform):
    make_source("a")
    client.force_login(platform)
    address = reverse("indicators_exchange:import", args=["sources"])
    content = exported("sources", platform).export("csv").encode()
    page = client.post(address, {"file": SimpleUploadedFile("sources.csv", content)})
    client.force_login(make_user(groups=("Plateforme",)))
    assert client.post(address, {"confirm": page.context["preview"]["content"]}).status_code in (302, 403)
    assert client.post(address, {"confirm": "rien"}).status_code in (302, 403)


def test_a_preview_older_than_an_hour_leads_back_to_the_form(client, platform):
    make_source("a")
    client.force_login(platform)
    address = reverse("indicators_exchange:import", args=["sources"])
    with patch("django.core.signing.time.time", return_value=time.time() - 3700):
        kept = sealed(exported("sources", platform).export("csv").encode(), "sources.csv", platform)
    page = client.post(address, {"confirm": kept}, follow=True)
    assert page.redirect_chain == [(address, 302)]
    assert "date de plus d’une heure" in page.content.decode()


def test_a_workbook_that_swells_beyond_measure_is_never_unpacked(client, platform):
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        archive.writestr("xl/workbook.xml", b"<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", bytes(4 * 1024**2))
    client.force_login(platform)
    address = reverse("indicators_exchange:import", args=["sources"])
    page = client.post(address, {"file": SimpleUploadedFile("sources.xlsx", bomb.getvalue())})
    assert "grossit" in page.context["form"].errors["file"][0]


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"PK\x03\x04 pas un classeur"])
def test_a_file_that_is_no_table_is_refused_in_words(client, platform, content):
    client.force_login(platform)
    name = "x.xlsx" if content.startswith(b"PK") else "x.csv"
    page = client.post(
        reverse("indicators_exchange:import", args=["sources"]),
        {"file": SimpleUploadedFile(name, io.BytesIO(content).read())},
    )
    assert page.status_code == 200
    assert page.context["form"].errors

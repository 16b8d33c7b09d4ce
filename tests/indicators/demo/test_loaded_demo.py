"""The demo as it is after `seed_demo`: loaded once for all tests of this file, then rolled back."""

import csv
from collections.abc import Iterator
from decimal import Decimal
from io import StringIO
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.core import mail
from django.core.management import CommandError, call_command
from django.db import transaction
from django.db.models import QuerySet
from wagtail.models import TaskState

from indicators.breakdown_keys import breakdown_key
from indicators.demo import loading
from indicators.demo.accounts import CLIMATE_DATA, PASSWORD, PEOPLE, REVIEWER, SOCIAL_DATA
from indicators.demo.attached import DemoInUse
from indicators.demo.content import FOLDER, PUBLISHED, catalogue, sheets
from indicators.demo.loading import is_empty, load_demo
from indicators.demo.removal import remove_demo
from indicators.models import Indicator, Observation, Publication, Release, Source, StoredJudgement, Upload
from indicators.services.withdrawal import withdraw_release
from portal.models import Department, User
from tests.factories.indicators import make_indicator, make_release, make_source, make_user

pytestmark = pytest.mark.django_db

SCHEMES = {
    "commune": "COG commune",
    "epci": "EPCI SIREN",
    "departement": "COG département",
    "region": "COG région",
    "caisse": "Caisse AM-RP",
    "pays": "ISO3166-1 alpha-2",
    "insee": "INSEE",
    "eurostat": "Eurostat geo",
}
BREAKDOWNS = {
    "secteur": ("secteur", {"Ensemble", "Ensemble des 9 CTN"}),
    "categorie": ("catégorie socioprofessionnelle", {"ensemble"}),
    "population": ("population", {"ensemble"}),
}
PLACE = ("nomenclature", "code_territoire", "territoire")
NOT_VALUES = {*PLACE, *BREAKDOWNS, "annee", "mois", "trimestre", "statut", "remarque"}
SCALES = {"consommation-electricite": Decimal("0.001"), "consommation-gaz": Decimal("0.001")}
LONG = [sheet.code for sheet in sheets() if sheet.code not in ("taux-chomage", "voitures-electriques")]
IGNORED_TABLES = {"portal.Generation", "django_tasks_database.DBTaskResult", "wagtailsearch.SQLiteFTSIndexEntry"}

Key = tuple[str, str, str, str]


def count_rows() -> dict[str, int]:
    """Rows of every table that the demo may touch."""
    return {
        model._meta.label: model._base_manager.count()
        for model in apps.get_models()
        if model._meta.managed and model._meta.label not in IGNORED_TABLES
    }


@pytest.fixture(scope="module")
def before(django_db_setup: None, django_db_blocker) -> Iterator[dict[str, int]]:
    """Loads the demo once, in a transaction that is rolled back; gives the tables as they were before."""
    with django_db_blocker.unblock(), transaction.atomic():
        assert is_empty()
        counts = count_rows()
        load_demo()
        yield counts
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def _demo(before: dict[str, int], db: None) -> None:
    """Every test of this file sees the loaded demo."""


def published(code: str) -> dict[Key, Decimal | None]:
    """What is public of an indicator: (scheme, territory, period, breakdown) to value."""
    rows = Observation.objects.filter(release__publication__indicator__code=code)
    fields = ("territory__scheme", "territory__code", "period", "breakdown__key", "value")
    return {(scheme, place, period, key): value for scheme, place, period, key, value in rows.values_list(*fields)}


def value_of(code: str, place: str, period: str, **breakdown: str) -> Decimal | None:
    """One public value by `scheme|code`, the total unless a breakdown is given."""
    scheme, territory = place.split("|")
    return published(code)[scheme, territory, period, breakdown_key(breakdown)]


def read_directly(file: str, scale: Decimal) -> dict[Key, Decimal | None]:
    """The same file, read with the csv module alone."""
    with (FOLDER / "files" / file).open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter=";"))
    column = next(name for name in rows[0] if name not in NOT_VALUES)
    return {key_of(row): Decimal(row[column]) * scale if row[column] else None for row in rows}


def key_of(row: dict[str, str]) -> Key:
    """Scheme, territory, period and breakdown of a row of a long file."""
    period = row.get("annee") or row.get("mois") or row["trimestre"].replace("-T", "-Q")
    categories = {
        name: row[column]
        for column, (name, totals) in BREAKDOWNS.items()
        if column in row and row[column] not in totals
    }
    return SCHEMES[row["nomenclature"]], row["code_territoire"], period, breakdown_key(categories)


@pytest.mark.parametrize("code", LONG)
def test_every_published_observation_is_the_text_of_its_file(code: str):
    sheet = next(sheet for sheet in sheets() if sheet.code == code)
    expected: dict[Key, Decimal | None] = {}
    for plan in sheet.releases:
        if plan.outcome == PUBLISHED:
            expected |= read_directly(plan.file, SCALES.get(code, Decimal(1)))
    assert published(code) == expected


def test_quarters_in_columns_are_published_as_they_stand():
    with (FOLDER / "files" / "taux-chomage.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter=";"))
    expected = {
        (SCHEMES[row["nomenclature"]], row["code_territoire"], f"{head[3:]}-Q{head[1]}", "{}"): (
            None if cell == "nd" else Decimal(cell)
        )
        for row in rows
        for head, cell in row.items()
        if head not in PLACE
    }
    assert published("taux-chomage") == expected


def test_months_crossed_with_years_are_published_as_they_stand():
    lines = (FOLDER / "files" / "voitures-electriques.csv").read_text(encoding="utf-8").splitlines()[2:]
    years, months = lines[0].split(";")[1:], [line.split(";") for line in lines[1:]]
    expected = {
        ("ISO3166-1 alpha-2", "FR", f"{year}-{month:02d}", "{}"): Decimal(cells[place])
        for month, cells in enumerate(months, start=1)
        for place, year in enumerate(years, start=1)
        if cells[place]
    }
    assert published("voitures-electriques") == expected


def test_enough_is_published_for_an_observatory_with_source_licence_and_both_languages():
    public = Indicator.objects.published().select_related("source")
    assert public.count() >= 20
    assert len({goal.pk for indicator in public for goal in indicator.goals.all()}) >= 9
    for indicator in public:
        assert indicator.source.licence
        assert indicator.source.licence_url
        assert indicator.source.origin_note_fr
        assert indicator.title_en
        assert indicator.definition_en
        assert indicator.targets.exists()
        assert indicator.priority_issues.exists()


def test_the_figures_that_the_demo_is_known_for():
    carsat, metropolis, department = "Caisse AM-RP|pays-de-la-loire", "EPCI SIREN|244400404", "COG département|44"
    assert value_of("accidents-trajet", carsat, "2020") == Decimal("3.71")
    assert value_of("accidents-trajet", carsat, "2024") == Decimal("4.32")
    assert value_of("accidents-trajet", "ISO3166-1 alpha-2|FR", "2024") == Decimal("4.55")
    assert value_of("accidents-travail", carsat, "2024") == Decimal("32.28")
    assert value_of("taux-pauvrete", metropolis, "2021") == Decimal("12.8")
    assert value_of("taux-pauvrete", metropolis, "2019") == Decimal("12.2")
    assert value_of("taux-chomage", department, "2023-Q4") == Decimal("5.6")
    assert value_of("taux-emploi", metropolis, "2022").quantize(Decimal("0.1")) == Decimal("67.8")
    assert value_of("ecart-remuneration-europe", "ISO3166-1 alpha-2|FR", "2024") == Decimal("11.8")
    assert value_of("ecart-salaire-communes", "COG commune|44109", "2014") == Decimal("19.37")
    assert value_of("artificialisation", metropolis, "2018") == Decimal("39.48")
    assert value_of("apprentissage", department, "2017") == 6965
    assert value_of("consommation-electricite", department, "2021") == Decimal("8317.23162")
    assert value_of("index-egalite-publie", department, "2024-09") == Decimal("86.8")


def test_the_sheet_says_how_its_source_rounds():
    poverty = Indicator.objects.get(code="taux-pauvrete")
    assert "arrondit au point" in poverty.limits_fr
    assert value_of("taux-pauvrete", "COG commune|44109", "2021") == 17


def test_what_the_source_withholds_stays_withheld():
    withheld = Observation.objects.filter(release__publication__indicator__code="taux-pauvrete", status="withheld")
    assert withheld.count() == 37
    assert not withheld.exclude(value=None).exists()


def test_flags_of_the_source_are_kept():
    last = Observation.objects.get(
        release__publication__indicator__code="ecart-remuneration-europe", territory__code="FR", period="2024"
    )
    assert last.statuses == ["provisional"]


def test_the_evolutions_read_where_a_series_is_long_enough():
    verdicts = {
        row.release.indicator.code: (row.territory and row.territory.name_fr, row.release.judgement.trend)
        for row in judged_publications()
    }
    assert verdicts["accidents-trajet"] == ("Carsat Pays de la Loire", "worsens_clearly")
    assert verdicts["taux-chomage"] == ("Loire-Atlantique", "improves")
    assert verdicts["ecart-remuneration-europe"] == ("France", "improves_clearly")
    assert verdicts["taux-pauvrete"] == ("Nantes Métropole", "not_assessed")


def judged_publications() -> QuerySet[StoredJudgement]:
    """The judgement of every public release."""
    return StoredJudgement.objects.filter(release__publication__isnull=False).select_related("release__indicator")


def test_an_older_snapshot_was_followed_by_a_revision_with_a_public_note():
    older, newer = Release.objects.filter(indicator__code="pistes-cyclables").order_by("number")
    assert newer.publication
    assert older.first_published_at
    assert newer.note_fr
    assert newer.note_en
    france = {
        release.number: release.observations.get(territory__code="FR", period="2022-12").value
        for release in (older, newer)
    }
    assert france == {1: 57014, 2: 57308}


def test_the_admin_shows_every_state():
    waiting = Release.objects.get(indicator__code="maprimerenov", number=2)
    sent_back = Release.objects.get(indicator__code="consommation-electricite", number=2)
    draft = Release.objects.get(indicator__code="voitures-electriques", number=2)
    assert waiting.workflow_in_progress
    assert sent_back.current_workflow_state.status == "needs_changes"
    assert "2011" in TaskState.objects.get(revision__object_id=str(sent_back.pk), status="rejected").comment
    assert not draft.workflow_states.exists()
    assert not any(release.live for release in (waiting, sent_back, draft))


def test_whoever_approved_is_never_whoever_imported():
    for publication in Publication.objects.select_related("release__created_by", "published_by"):
        assert publication.published_by.email == REVIEWER.email
        assert publication.release.created_by.email in (SOCIAL_DATA.email, CLIMATE_DATA.email)
        assert publication.release.created_by.departments.filter(pk=publication.indicator.department_id).exists()


def test_every_release_came_from_a_kept_file_and_lost_nothing():
    for release in Release.objects.select_related("provenance__upload", "provenance__recipe"):
        assert release.provenance.upload.sha256
        assert release.provenance.recipe
        assert release.provenance.losses == []


def test_demo_accounts_can_sign_in_and_get_no_mail(client):
    for person in PEOPLE:
        user = User.objects.get(email=person.email)
        assert user.check_password(PASSWORD)
        assert not user.is_superuser
        assert not user.wagtail_userprofile.submitted_notifications
    assert mail.outbox == []


def test_loading_again_changes_nothing():
    counts, output = count_rows(), StringIO()
    loaded = load_demo()
    call_command("seed_demo", "--if-empty", stdout=output)
    assert count_rows() == counts
    assert (loaded.indicators, loaded.releases, output.getvalue()) == ([], 0, "")


def test_loading_again_leaves_what_a_person_has_changed():
    Source.objects.filter(code="insee-filosofi").update(producer="Institut")
    load_demo()
    assert Source.objects.get(code="insee-filosofi").producer == "Institut"


def test_removal_leaves_nothing(before: dict[str, int], django_capture_on_commit_callbacks):
    files = [upload.file.name for upload in Upload.objects.all()]
    with django_capture_on_commit_callbacks(execute=True):
        removed = remove_demo()
    assert removed.accounts == len(PEOPLE)
    assert removed.indicators == len(sheets())
    assert count_rows() == before
    assert not [name for name in files if (Path(settings.PRIVATE_MEDIA_ROOT) / name).exists()]


@pytest.fixture
def small_demo(monkeypatch) -> list[str]:
    """Codes of the only sheets that are loaded again: enough to see that loading works, and quick."""
    few = [sheet for sheet in sheets() if sheet.code in ("taux-pauvrete", "suroccupation")]
    monkeypatch.setattr(loading, "sheets", lambda: few)
    return [sheet.code for sheet in few]


def test_removal_and_loading_work_again_and_again(small_demo: list[str]):
    remove_demo()
    assert is_empty()
    assert load_demo().indicators == small_demo
    assert remove_demo().indicators == len(small_demo)


@pytest.mark.parametrize("what", ["release", "sheet", "source", "department", "account", "file"])
def test_removal_refuses_as_long_as_real_work_hangs_on_the_demo(what: str):
    attach(what)
    counts = count_rows()
    with pytest.raises(DemoInUse) as refused:
        remove_demo()
    assert len(refused.value.reasons) == 1
    assert count_rows() == counts


def attach(what: str) -> None:
    """Real work of one kind on top of the demo."""
    poverty, person = Indicator.objects.get(code="taux-pauvrete"), make_user()
    if what == "release":
        make_release(poverty, user=person, upload=Upload.objects.first())
    elif what == "sheet":
        poverty.save_revision(user=person)
    elif what == "source":
        make_indicator("reel", source=Source.objects.get(code="insee-filosofi"), author=person)
    elif what == "department":
        make_source("reelle", contact_department=Department.objects.get(code="egalite"))
    elif what == "account":
        person.departments.add(Department.objects.get(code="egalite"))
    else:
        upload = Upload.objects.filter(indicator=poverty).get()
        upload.pk, upload.uploaded_by = None, person
        upload.save()


def test_the_command_says_what_keeps_the_demo():
    attach("account")
    with pytest.raises(CommandError, match="The demo is in use"):
        call_command("remove_demo")


def test_an_indicator_of_the_same_code_written_by_somebody_else_is_left_alone(small_demo: list[str]):
    remove_demo()
    person = make_user()
    make_indicator("taux-pauvrete", author=person)
    load_demo()
    remove_demo()
    assert Indicator.objects.get().code == "taux-pauvrete"


def test_a_release_of_the_demo_can_be_withdrawn_like_any_other():
    newer = Release.objects.get(indicator__code="pistes-cyclables", number=2)
    withdraw_release(release=newer, user=User.objects.get(email=REVIEWER.email), reason="Essai de retrait.")
    assert Publication.objects.get(indicator__code="pistes-cyclables").release.number == 1


def test_every_department_of_the_demo_publishes_something():
    for raw in catalogue()["departments"]:
        assert Indicator.objects.published().filter(department__code=raw["code"]).exists()

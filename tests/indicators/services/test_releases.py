"""Writing a release: what stops it, what it holds, and that nobody sees it before its end."""

from collections.abc import Mapping
from datetime import timedelta
from decimal import Decimal
from unittest.mock import patch

import pytest
from django.utils import timezone

from indicators.importing.problems import BLOCKING, Problem
from indicators.importing.recipes import Recipe
from indicators.models import FigureLogEntry, Indicator, Observation, Release, ReleaseImport, Territory
from indicators.services import releases
from indicators.services.cleaning import clean_imports
from indicators.services.import_errors import (
    LossesNotAccepted,
    NothingChanges,
    NothingToImport,
    TextTooLong,
    UnknownTerritories,
)
from indicators.services.importing import write_reading
from indicators.services.releases import open_release, write_release
from tests.factories.indicators import focus, make_indicator, make_live, make_release, make_upload, make_user
from tests.factories.readings import RECIPE, make_reading, unknown

pytestmark = pytest.mark.django_db


def write(indicator: Indicator, values: Mapping[str, str | None], **options: object) -> Release:
    """Import these yearly values of the focus."""
    given = {"recipe": RECIPE, "upload": None, "user": make_user(), "reading": make_reading(values, focus())}
    return write_release(indicator=indicator, **(given | options))


def adding() -> Recipe:
    return Recipe(RECIPE.territory, RECIPE.period, scope="adds")


def values_of(release: Release) -> dict[str, Decimal | None]:
    return dict(Observation.objects.filter(release=release).order_by("period").values_list("period", "value"))


def test_the_release_is_a_sealed_draft_with_its_rows_its_judgement_and_its_first_revision() -> None:
    release = write(make_indicator(direction=1), {"2019": "10.50", "2020": "11", "2021": "12", "2022": "13"})
    release.refresh_from_db()
    assert not release.live
    assert release.provenance.state == ReleaseImport.State.SEALED
    assert release.provenance.observation_count == 4
    assert release.latest_revision.user == release.created_by
    assert release.judgement.trend == "improves_clearly"
    assert release.judgement.territory == focus()
    assert str(values_of(release)["2019"]) == "10.50"


def test_numbers_follow_one_another_for_each_indicator() -> None:
    first, other = make_indicator(), make_indicator()
    numbers = [
        write(indicator, {"2021": value}).number for indicator, value in ((first, "1"), (first, "2"), (other, "1"))
    ]
    assert numbers == [1, 2, 1]


def test_the_upload_is_imported_and_the_log_says_from_which_bytes() -> None:
    indicator, user = make_indicator(), make_user()
    upload = make_upload(user=user)
    release = write(indicator, {"2021": "1"}, upload=upload, user=user)
    upload.refresh_from_db()
    assert (upload.state, upload.indicator, upload.progress) == ("imported", indicator, 100)
    entry = FigureLogEntry.objects.get(action="figures.import", object_id=str(release.pk))
    assert entry.data["sha256"] == upload.sha256


def test_a_second_import_of_the_same_figures_changes_nothing() -> None:
    indicator = make_indicator()
    first = write(indicator, {"2021": "1.50"})
    with pytest.raises(NothingChanges) as stopped:
        write(indicator, {"2021": "1.5"})
    assert stopped.value.release == first
    assert Release.objects.filter(indicator=indicator).count() == 1


def test_figures_that_are_online_already_change_nothing() -> None:
    indicator = make_indicator()
    make_live(make_release(indicator, {"2021": "1.5"}))
    with pytest.raises(NothingChanges):
        write(indicator, {"2021": "1.50"})


def test_values_that_vanish_stop_the_import_until_they_are_accepted_by_name() -> None:
    indicator = make_indicator()
    make_live(make_release(indicator, {"2020": "1", "2021": "2"}))
    with pytest.raises(LossesNotAccepted) as stopped:
        write(indicator, {"2021": "2"})
    assert [loss.key for loss in stopped.value.losses] == ["vanished"]
    release = write(indicator, {"2021": "2"}, losses=["vanished"])
    assert [loss["key"] for loss in release.provenance.losses] == ["vanished"]


def test_a_suspected_unit_stops_the_import_until_it_is_accepted() -> None:
    indicator = make_indicator()
    make_live(make_release(indicator, {"2021": "14.6"}))
    with pytest.raises(LossesNotAccepted) as stopped:
        write(indicator, {"2021": "14.6", "2022": "1470"})
    write(indicator, {"2021": "14.6", "2022": "1470"}, losses=stopped.value.losses)


def test_rows_that_could_not_be_read_stop_the_import_until_they_are_accepted() -> None:
    problem = Problem("not_a_number", BLOCKING, "Pas un nombre.", "Corrigez.", column="valeur", cell="12,,5", rows=(4,))
    reading = make_reading({"2021": "1"}, focus(), problems=(problem,))
    indicator = make_indicator()
    with pytest.raises(LossesNotAccepted, match="12,,5"):
        write(indicator, {}, reading=reading)
    write(indicator, {}, reading=reading, losses=[problem.key])


def test_adding_a_year_carries_over_the_others() -> None:
    indicator = make_indicator()
    make_live(make_release(indicator, {"2020": "1", "2021": "2"}))
    release = write(indicator, {"2021": "2.1", "2022": "3"}, recipe=adding())
    assert values_of(release) == {"2020": Decimal(1), "2021": Decimal("2.1"), "2022": Decimal(3)}


@pytest.mark.parametrize("values", [{}, {"2021": None}])
def test_a_file_without_a_value_is_refused(values: Mapping[str, str | None]) -> None:
    with pytest.raises(NothingToImport):
        write(make_indicator(), values)


def test_a_territory_that_the_catalogue_lacks_is_refused() -> None:
    with pytest.raises(UnknownTerritories, match="Trifouilly"):
        write(make_indicator(), {}, reading=make_reading({"2021": "1"}, unknown("Trifouilly")))


def test_a_value_that_does_not_fit_is_refused_and_never_rounded() -> None:
    with pytest.raises(TextTooLong):
        write(make_indicator(), {"2021": "1." + "3" * 39})


def test_a_value_keeps_all_its_digits() -> None:
    exact = "1234567890123456789.012345678901234567"
    release = write(make_indicator(), {"2021": exact})
    assert str(values_of(release)["2021"]) == exact


def test_an_aim_is_kept_and_stays_out_of_the_judgement() -> None:
    values = {"2019": "1", "2020": "1", "2021": "1", "2022": "1", "2030": "9"}
    reading = make_reading(values, focus(), statuses={"2030": ("target",)})
    release = write(make_indicator(direction=1), {}, reading=reading)
    assert values_of(release)["2030"] == 9
    assert (release.judgement.trend, release.judgement.window_end) == ("stable", "2022")


def test_progress_runs_to_a_hundred() -> None:
    told: list[int] = []
    write(make_indicator(), {"2021": "1"}, progress=told.append)
    assert told[-1] == 100
    assert told == sorted(told)


def test_an_import_that_fails_leaves_nothing() -> None:
    indicator = make_indicator()
    with patch.object(releases, "seal", side_effect=KeyboardInterrupt), pytest.raises(KeyboardInterrupt):
        write(indicator, {"2021": "1"})
    assert not Release.objects.filter(indicator=indicator).exists()
    assert not Observation.objects.exists()


def test_a_killed_import_is_cleaned_up_after_an_hour_and_sealed_ones_stay() -> None:
    indicator = make_indicator()
    kept = write(indicator, {"2021": "1"})
    left = open_release(indicator=indicator, user=make_user(), upload=None)
    assert clean_imports() == 0
    Release.objects.filter(pk__in=[kept.pk, left.pk]).update(created_at=timezone.now() - timedelta(hours=2))
    assert clean_imports() == 1
    assert list(Release.objects.filter(indicator=indicator)) == [kept]


def test_breakdowns_are_shared_by_releases() -> None:
    indicator = make_indicator()
    for value in ("1", "2"):
        write(indicator, {}, reading=make_reading({"2021": value}, focus(), breakdown={"sexe": "Femmes"}))
    assert Observation.objects.values("breakdown").distinct().count() == 1


def test_an_unknown_reading_territory_is_not_judged() -> None:
    other = Territory.objects.filter(level="commune").first() or Territory.objects.exclude(pk=focus().pk).last()
    release = write(make_indicator(direction=1), {}, reading=make_reading({"2021": "1"}, other))
    assert release.judgement.reason == "too_few_observations"


def test_an_import_that_keeps_its_recipe_is_checked_once() -> None:
    indicator, user = make_indicator(), make_user()
    reading = make_reading({"2021": "1"}, focus())
    with patch.object(releases, "check_import", side_effect=AssertionError):
        write_reading(indicator=indicator, reading=reading, recipe=RECIPE, upload=make_upload(user=user), user=user)
    assert Release.objects.get().provenance.observation_count == 1

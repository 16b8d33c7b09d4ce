"""Confidence intervals from the file to the table, the downloads and the next comparison."""

import csv
import io
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from indicators.catalogue import territory_catalogue
from indicators.comparison.stored import snapshot_of_release
from indicators.downloads import csv_lines, selection
from indicators.downloads.json_file import observation
from indicators.downloads.records import records
from indicators.importing.formats import open_source
from indicators.importing.reading import read_observations
from indicators.importing.recipes import load_recipe
from indicators.models import Observation
from indicators.services.releases import write_release
from tests.factories.indicators import focus, make_indicator, make_release, make_user

pytestmark = pytest.mark.django_db

RECIPE = {
    "territory": {"column": "code", "scheme": "EPCI SIREN"},
    "period": {"column": "annee"},
    "value": {"column": "valeur", "lower": "basse", "upper": "haute", "decimal": ","},
}
CONTENT = "code;annee;valeur;basse;haute\n244400404;2022;14,60;13,9;15,3\n244400404;2023;14;;\n"


@pytest.fixture
def release():
    recipe = load_recipe(RECIPE)
    reading = read_observations(open_source(CONTENT.encode(), name="f.csv"), recipe, territory_catalogue())
    return write_release(
        indicator=make_indicator("ecart"), reading=reading, recipe=recipe, upload=None, user=make_user()
    )


def test_bounds_are_kept_exactly(release):
    row = Observation.objects.get(release=release, period="2022")
    assert (row.lower, row.value, row.upper) == (Decimal("13.9"), Decimal("14.60"), Decimal("15.3"))
    assert release.provenance.has_intervals


def test_what_was_written_is_read_back_for_the_next_comparison(release):
    snapshot = snapshot_of_release(release)
    assert snapshot.lower is not None
    assert sorted(snapshot.lower.to_pylist(), key=str) == ["13.9", None]


def test_files_have_the_columns_of_the_bounds_only_when_there_are_some(release):
    rows = list(csv.DictReader(io.StringIO("".join(csv_lines(selection(release))).removeprefix("\ufeff"))))
    assert [(row["lower"], row["value"], row["upper"]) for row in rows] == [("13.9", "14.60", "15.3"), ("", "14", "")]
    plain = make_release(make_indicator("simple"))
    assert "lower" not in next(csv_lines(selection(plain)))


def test_json_gives_the_bounds_of_an_observation_that_has_some(release):
    with_bounds, without = map(observation, records(selection(release)))
    assert with_bounds["lower"] == "13.9"
    assert "lower" not in without


@pytest.mark.parametrize(("lower", "upper"), [("9", "9.5"), ("12", "13"), ("11", None)])
def test_the_database_refuses_a_value_outside_of_its_bounds(lower, upper):
    release = make_release(make_indicator("borne"), {"2022": "10"})
    row = Observation.objects.get(release=release)
    with pytest.raises(IntegrityError), transaction.atomic():
        Observation.objects.filter(pk=row.pk).update(lower=lower, upper=upper)
    Observation.objects.filter(pk=row.pk).update(lower="9.99", upper="100")
    assert focus().pk == row.territory_id

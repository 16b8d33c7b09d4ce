"""The ends of a trend: told apart by their decimals, with the year and the mean where the figure above is another."""

from datetime import date

import pytest
from django.test import Client
from pytest_django.asserts import assertContains

from indicators.wording.sentence import telling_decimals
from tests.factories.indicators import make_indicator, make_live, make_release

pytestmark = pytest.mark.django_db
YEARS = {"2018": "4.9", "2019": "4.8", "2020": "4.8", "2021": "4.7"}


def test_two_values_that_differ_are_not_written_alike() -> None:
    make_live(make_release(make_indicator("morts", decimals=0, unit_fr="morts", direction=-1), YEARS))
    assertContains(Client().get("/fr/indicateurs/morts/"), "de 4,9")


def test_two_equal_values_keep_the_decimals_of_the_indicator() -> None:
    indicator = make_indicator("morts", decimals=0)
    assert telling_decimals(indicator, None, None) == telling_decimals(indicator, YEARS, YEARS) == 0  # type: ignore[arg-type]


def test_the_mean_of_quarters_is_said_to_be_one() -> None:
    release = make_release(make_indicator("conges", unit_fr="congés", direction=1), {"2021": "0"})
    row = release.observations.get()
    row.delete()
    for year in range(2018, 2022):
        for quarter in range(1, 5):
            row.pk, row.value, row.granularity = None, 100 + 5 * (year - 2018), "quarter"
            row.period, row.period_start = f"{year}-Q{quarter}", date(year, 3 * quarter - 2, 1)
            row.save(force_insert=True)
    make_live(release)
    assertContains(Client().get("/fr/indicateurs/conges/"), "en 2021, en moyenne sur l’année")

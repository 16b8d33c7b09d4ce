"""The number of queries never depends on the number of observations, and no page reads rows that it does not show."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from indicators.models import Breakdown, Observation, Territory
from tests.factories.indicators import add_rows, make_indicator, make_live, make_release

pytestmark = pytest.mark.django_db


def published(code: str, *, crowd: int):
    """An indicator with a short total series, a breakdown, and `crowd` other observations."""
    indicator = make_indicator(code, direction=-1, measure="points")
    release = make_release(indicator, {str(year): "5" for year in range(2015, 2025)})
    add_rows(release, {"2024": "3"}, breakdown={"sexe": "Femmes"})
    add_rows(release, {"2024": "4"}, breakdown={"sexe": "Hommes"})
    places = list(Territory.objects.exclude(is_focus=True).filter(level="commune")[:100])
    total = Breakdown.objects.get(key="{}")
    Observation.objects.bulk_create(
        Observation(
            release=release,
            territory=places[index % len(places)],
            period=str(1800 + index // len(places)),
            period_start=date(1800 + index // len(places), 1, 1),
            granularity="year",
            breakdown=total,
            value=index,
        )
        for index in range(crowd)
    )
    make_live(release)
    return indicator


def queries(client, address: str) -> list[str]:
    with CaptureQueriesContext(
        connection,
    ) as captured:
        response = client.get(address)
        assert response.status_code == 200
        if response.streaming:
            b"".join(response.streaming_content)
    return [query["sql"] for query in captured]


@pytest.mark.parametrize("query", ["", "?vue=sexe", "?t=iso3166-1-alpha-2:FR&t=cog-region:52"])
def test_the_page_of_10_and_of_10_000_observations_costs_the_same_queries(client, query):
    few, many = published("peu", crowd=10), published("beaucoup", crowd=10_000)
    client.get(f"/fr/indicateurs/{published('premier', crowd=1).slug}/")  # what is read once in a process
    counts = [len(queries(client, f"/fr/indicateurs/{one.slug}/{query}")) for one in (few, many)]
    assert counts[0] == counts[1]
    assert counts[0] <= 20


@pytest.mark.parametrize("name", ["donnees.csv", "donnees.json", "metadonnees.json"])
def test_downloads_cost_the_same_queries_whatever_their_length(client, name):
    few, many = published("peu", crowd=10), published("beaucoup", crowd=3_000)
    counts = [len(queries(client, f"/fr/indicateurs/{one.slug}/{name}")) for one in (few, many)]
    assert counts[0] == counts[1]


def test_the_list_costs_the_same_queries_for_one_and_for_six_indicators(client):
    published("un", crowd=10)
    one = len(queries(client, "/fr/indicateurs/"))
    for code in ("deux", "trois", "quatre", "cinq", "six"):
        published(code, crowd=10)
    assert len(queries(client, "/en/indicateurs/")) == one


def test_a_cached_page_costs_one_query(client):
    indicator = published("peu", crowd=10)
    client.get(f"/fr/indicateurs/{indicator.slug}/")
    assert len(queries(client, f"/fr/indicateurs/{indicator.slug}/?utm_source=lettre")) == 1


def test_no_query_of_the_page_reads_a_whole_release(client):
    indicator = published("beaucoup", crowd=2_000)
    for sql in queries(client, f"/fr/indicateurs/{indicator.slug}/"):
        if 'FROM "indicators_observation"' in sql and "DISTINCT" not in sql:
            assert "territory_id" in sql.split("WHERE")[1] or "LIMIT" in sql

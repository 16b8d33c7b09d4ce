"""The reporting status: what is followed, what is missing and why."""

import csv
import io

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from indicators.models import CoverageGap, Goal, StoredJudgement, Target
from indicators.selectors.coverage import coverage
from tests.factories.indicators import make_department, make_indicator, make_live, make_release

pytestmark = pytest.mark.django_db


def published(code: str, *, trend: str = "improves", targets: tuple[str, ...] = (), **fields):
    indicator = make_indicator(code, **fields)
    indicator.targets.set(Target.objects.filter(code__in=targets))
    indicator.save()
    release = make_release(indicator)
    StoredJudgement.objects.filter(release=release).update(trend=trend)
    make_live(release)
    return indicator


def of_goal(number: int):
    return coverage().goals[number - 1]


def test_a_goal_counts_its_indicators_its_targets_and_how_they_evolve() -> None:
    published("emploi", targets=("8.5", "8.6"))
    published("jeunes", trend="not_assessed", targets=("8.6",))
    found = of_goal(8)
    assert (found.tally.indicators, found.tally.assessable, found.tally.improving) == (2, 1, 1)
    assert [target.code for target in found.covered] == ["8.5", "8.6"]
    assert found.target_count == Target.objects.filter(goal=8).count()


def test_a_goal_without_indicator_gives_its_reason_or_says_that_it_was_not_studied(client: Client) -> None:
    published("emploi")
    CoverageGap.objects.create(goal=Goal.objects.get(number=14), reason_fr="Aucun rivage.", reason_en="No shore.")
    html = client.get("/fr/couverture/").content.decode()
    assert "Aucun rivage." in html
    assert "Pas encore étudié." in html
    assert "No shore." in client.get("/en/couverture/").content.decode()


def test_targets_without_indicator_are_told_with_equal_reasons_once(client: Client) -> None:
    published("emploi", targets=("8.5",))
    for code in ("8.a", "8.b"):
        CoverageGap.objects.create(
            target=Target.objects.get(code=code), state="not_relevant", reason_fr="Pour les États.", reason_en=""
        )
    html = client.get("/fr/couverture/").content.decode()
    assert html.count("Pour les États.") == 1
    assert "8.a, 8.b." in html
    assert "cibles 8.1, 8.2" in html


def test_a_person_s_decision_on_a_trend_counts_instead_of_the_computed_one() -> None:
    indicator = published("emploi", trend="worsens")
    type(indicator.publication.release).objects.filter(pk=indicator.publication.release_id).update(
        override_trend="improves"
    )
    assert of_goal(8).tally.improving == 1


def test_departments_say_what_they_keep_up_to_date(client: Client) -> None:
    published("emploi", department=make_department("economie"))
    published("air", department=make_department("climat"), goals=(11, 13))
    found = {line.department.code: line for line in coverage().departments}
    assert (found["climat"].tally.indicators, found["climat"].goals) == (1, 2)
    assert "Direction climat" in client.get("/fr/couverture/").content.decode()


def test_the_file_has_a_line_for_each_target(client: Client) -> None:
    published("emploi", targets=("8.5",))
    CoverageGap.objects.create(goal=Goal.objects.get(number=14), reason_fr="=Aucun rivage")
    text = client.get("/fr/couverture/donnees.csv").content.decode("utf-8-sig")
    rows = {row["target"]: row for row in csv.DictReader(io.StringIO(text))}
    assert len(rows) == Target.objects.count()
    assert rows["8.5"]["status"] == "followed"
    assert rows["8.1"]["status"] == "not_studied"
    assert (rows["14.1"]["status"], rows["14.1"]["reason"]) == ("missing", "'=Aucun rivage")


def test_the_page_costs_the_same_queries_for_one_indicator_as_for_six(client: Client) -> None:
    def cost() -> int:
        cache.clear()
        client.get("/fr/couverture/")
        cache.clear()
        with CaptureQueriesContext(
            connection,
        ) as asked:
            client.get("/fr/couverture/")
        return len(asked)

    published("un")
    few = cost()
    for number in range(5):
        published(f"autre-{number}", goals=(number + 1,))
    assert cost() == few <= 14

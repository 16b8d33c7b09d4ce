"""What the page of a goal says: comparison honouring the direction, lead from real judgements, counts."""

import pytest
from django.utils.translation import override

from indicators.models import Indicator, Territory
from sdg_pages.selectors.goal_figures import goal_figures
from sdg_pages.wording.comparison import comparison_of
from sdg_pages.wording.counts import indicators_followed, trend_counts
from sdg_pages.wording.goal_cards import goal_card
from sdg_pages.wording.lead import lead
from tests.factories.indicators import add_rows, make_indicator, make_live, make_release, make_source
from tests.factories.pages import goal_page

pytestmark = pytest.mark.django_db

RISES = {"2019": "10", "2020": "11", "2021": "12", "2022": "13", "2023": "14", "2024": "15"}


def publish(values: dict[str, str] | None = None, *, country: str = "", **fields: object) -> Indicator:
    """A public indicator of goal 5, with a value for France when one is given."""
    indicator = make_indicator(**({"goals": (5,), "direction": 1} | fields))
    release = make_release(indicator, values or RISES)
    make_live(release)
    if country:
        place = Territory.objects.get(code="FR", scheme="ISO3166-1 alpha-2")
        add_rows(release, {"2024": country}, territory=place)
    return indicator


def comparison(**fields: object) -> str:
    publish(**fields)
    found = comparison_of(goal_figures(5, goal_page(5).body)[0])
    return found.words if found else ""


@pytest.mark.parametrize(
    ("direction", "country", "words"),
    [
        (-1, "13", "Plus fort qu’en France (13,0\u00a0%), moins favorable"),
        (1, "13", "Plus fort qu’en France (13,0\u00a0%), plus favorable"),
        (-1, "17", "Plus faible qu’en France (17,0\u00a0%), plus favorable"),
        (1, "17", "Plus faible qu’en France (17,0\u00a0%), moins favorable"),
        (0, "17", "Plus faible qu’en France (17,0\u00a0%)"),
        (1, "15.01", "Comme en France (15,0\u00a0%)"),
    ],
)
def test_comparison_says_more_or_less_and_whether_it_is_better(direction: int, country: str, words: str) -> None:
    assert comparison(direction=direction, country=country) == words


def test_reference_without_a_value_for_the_period_is_said() -> None:
    release = publish().publication.release
    place = Territory.objects.get(code="FR", scheme="ISO3166-1 alpha-2")
    add_rows(release, {"2023": "13"}, territory=place)
    peer = Territory.objects.filter(peer_groups__code="metropoles", is_focus=False).order_by("pk").first()
    add_rows(release, {"2024": "13"}, territory=peer)
    found = comparison_of(goal_figures(5, goal_page(5).body)[0])
    assert found is not None
    assert found.words == "Pas de valeur en 2024 en France"


def test_lead_gives_the_figures_of_what_improves_and_of_what_worsens() -> None:
    publish(title_fr="Femmes parmi les cadres")
    publish(title_fr="Écart de salaire", direction=-1)
    with override("fr"):
        said = lead(goal_figures(5, goal_page(5).body))
    assert said == (
        "Ce qui s’améliore\u00a0: femmes parmi les cadres, de 10,0\u00a0% en 2019 à 15,0\u00a0% en 2024. "
        "Ce qui se dégrade\u00a0: écart de salaire, de 10,0\u00a0% en 2019 à 15,0\u00a0% en 2024."
    )


def test_lead_without_judgement_says_so() -> None:
    publish({"2024": "3"})
    with override("fr"):
        said = lead(goal_figures(5, goal_page(5).body))
    assert said == "1 indicateur est suivi, mais il n’a pas encore assez de valeurs pour juger une évolution."


def test_fragile_judgement_opens_no_page() -> None:
    publish({"2020": "10", "2021": "10.1", "2022": "10.1", "2023": "10.1", "2024": "12"})
    (one,) = goal_figures(5, goal_page(5).body)
    assert one.figure.judgement.is_fragile
    assert "aucune évolution" in lead([one, one])


def test_counts_leave_out_what_is_zero() -> None:
    with override("fr"):
        words = [one.words for one in trend_counts(["improves", "improves_clearly", "worsens", "not_assessed"])]
    assert words == ["2 s’améliorent", "1 se dégrade", "1 non évalué"]


def test_number_of_indicators_is_in_letters_up_to_twelve() -> None:
    with override("fr"):
        assert (indicators_followed(6), indicators_followed(13)) == ("Six indicateurs suivis", "13 indicateurs suivis")


def test_card_bears_unit_period_status_territory_and_source() -> None:
    indicator = make_indicator(goals=(5,), unit_fr="accidents", source=make_source("x", producer="Carsat"))
    place = Territory.objects.get(code="44", scheme="COG département")
    release = make_release(indicator, {"2023": "10"}, territory=place)
    add_rows(release, {"2024": "11"}, territory=place, status="provisional")
    make_live(release)
    with override("fr"):
        card = goal_card(goal_figures(5, goal_page(5).body)[0])
    assert card.about == "accidents, 2024, provisoire"
    assert card.place == "Loire-Atlantique"
    assert card.origin.startswith("Carsat, ")
    assert (card.first, card.last) == ("2023", "2024")

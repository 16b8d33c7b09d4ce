"""The figures of a page are read together, and only those that are public."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from indicators.blocks.resolving import resolve, resolve_stream
from indicators.models import Indicator, Territory
from sdg_pages.blocks import BodyBlock
from tests.factories.blocks import body, chart_value, figure_value, rendered
from tests.factories.indicators import add_rows, make_indicator, make_live, make_release

pytestmark = pytest.mark.django_db


def published(code: str) -> Indicator:
    indicator = make_indicator(code, unit_fr="%")
    release = make_release(indicator, {str(year): "5" for year in range(2015, 2025)})
    add_rows(release, {"2024": "3"}, breakdown={"sexe": "Femmes"})
    add_rows(release, {"2024": "4"}, breakdown={"sexe": "Hommes"})
    make_live(release)
    return indicator


def every_block(indicator: Indicator, place: int) -> list[tuple]:
    return [
        ("figure", figure_value(indicator)),
        ("figure", figure_value(indicator, version=1)),
        ("chart", chart_value(indicator)),
        ("chart", chart_value(indicator, kind="breakdown")),
        ("chart", chart_value(indicator, kind="territories", territories=[place])),
        ("sentence", f"On compte {{chiffre:{indicator.code}}} en {{période:{indicator.code}}}."),
        ("figure_table", {"title": "Tableau", "indicators": [indicator.pk], "territories": [place]}),
        ("call_to_action", {"label": "Voir", "indicator": indicator.pk, "page": None, "address": "", "detail": ""}),
    ]


def queries(*blocks: tuple) -> int:
    stream = body(*blocks)
    with CaptureQueriesContext(connection) as captured:
        BodyBlock().render(stream)
    return len(captured)


def test_ten_times_the_blocks_cost_the_same_queries():
    place = Territory.objects.filter(level="commune").first().pk
    indicators = [published(f"indicateur-{rank}") for rank in range(10)]
    one = queries(*every_block(indicators[0], place))
    ten = queries(*[block for indicator in indicators for block in every_block(indicator, place)])
    assert one == ten
    assert one <= 8


def test_a_body_without_figures_reads_none():
    assert queries(("heading", {"text": "Titre", "level": "h2"}), ("paragraph", "<p>Texte.</p>")) == 0
    assert resolve([]).all() == []


def test_figures_are_read_once_for_the_body_and_for_the_list_beside_it():
    stream = body(("figure", figure_value(published("emploi"))))
    assert [figure.indicator.code for figure in resolve_stream(stream).all()] == ["emploi"]
    with CaptureQueriesContext(connection) as captured:
        BodyBlock().render(stream)
        resolve_stream(stream)
    assert len(captured) == 0


def test_a_block_alone_reads_its_own_figure():
    block = BodyBlock().child_blocks["figure"]
    html = block.render(block.to_python(figure_value(published("emploi"))))
    assert "Indicateur emploi" in html


@pytest.mark.parametrize("hide", ["live", "publication"])
def test_an_indicator_withdrawn_since_leaves_a_sentence_and_no_figure(hide):
    indicator = published("emploi")
    if hide == "live":
        Indicator.objects.filter(pk=indicator.pk).update(live=False)
    else:
        indicator.publication.delete()
    html = rendered(*every_block(indicator, Territory.objects.first().pk))
    assert html.count("Ce chiffre n’est plus publié.") == 5
    assert "(chiffre retiré)" in html
    assert "Ces chiffres ne sont plus publiés." in html
    assert "Indicateur emploi" not in html
    assert "5,0" not in html


def test_a_deleted_or_missing_indicator_is_no_error():
    assert "Ce chiffre n’est plus publié." in rendered(("figure", figure_value(None) | {"indicator": 987654}))
    assert "Ce chiffre n’est plus publié." in rendered(("figure", figure_value(None)))

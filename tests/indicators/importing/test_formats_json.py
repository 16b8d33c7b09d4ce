import pytest

from indicators.importing.formats import open_source
from indicators.importing.refusals import FileRefused


def rows(content: str) -> list[list[str]]:
    source = open_source(content.encode(), name="essai.json")
    assert source.format == "json"
    return source.grid().cells.values.tolist()


def test_a_list_of_objects_is_a_table_and_numbers_keep_their_text() -> None:
    content = '[{"code": "01", "valeur": 7072512.880000001}, {"code": "44", "valeur": 1.50, "note": null}]'
    assert rows(content) == [["code", "valeur", "note"], ["01", "7072512.880000001", ""], ["44", "1.50", ""]]


@pytest.mark.parametrize(
    "content",
    [
        '{"total": 1, "results": [{"a": 1}]}',
        '{"data": [{"a": 1}]}',
        '{"reponse": {"lignes": [{"a": 1}]}}',
        '[{"page": 1}, [{"a": 1}, {"a": 2}]]',
        '{"records": [{"recordid": "x", "fields": {"a": 1}}]}',
        '{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"a": 1}}]}',
        '{"a": 1}\n{"a": 2}\n',
    ],
)
def test_wrappers_around_the_records_are_opened(content: str) -> None:
    assert rows(content)[:2] == [["a"], ["1"]]


def test_nested_objects_become_dotted_names() -> None:
    assert rows('[{"geo": {"code": "44", "nom": "Loire"}, "ok": true}]') == [
        ["geo.code", "geo.nom", "ok"],
        ["44", "Loire", "true"],
    ]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ('{"class": "dataset", "dimension": {}, "value": [1, 2]}', "json_stat"),
        ('{"a": 1}', "json_shape"),
        ("[[1, 2], [3, 4]]", "json_shape"),
        ('[{"a": 1}, {"a":', "json_syntax"),
        ("[" * 100_000, "json_shape"),
    ],
)
def test_other_json_is_refused(content: str, code: str) -> None:
    with pytest.raises(FileRefused) as caught:
        rows(content)
    assert caught.value.code == code

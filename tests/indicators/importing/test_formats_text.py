import codecs

import pytest

from indicators.importing.formats import open_source
from indicators.importing.refusals import FileRefused

TABLE = "code;libellé;valeur\n01;Île-de-Bréhat;1,5\n44;Nantes;2,5\n"


def rows(content: bytes, **options: str) -> list[list[str]]:
    return open_source(content, name="essai.csv", **options).grid().cells.values.tolist()


def refusal(content: bytes, name: str = "essai.csv") -> str:
    with pytest.raises(FileRefused) as caught:
        open_source(content, name=name)
    assert str(caught.value.reason)
    assert str(caught.value.remedy)
    return caught.value.code


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (TABLE.encode(), "utf-8"),
        (codecs.BOM_UTF8 + TABLE.encode(), "utf-8"),
        (codecs.BOM_UTF16_LE + TABLE.encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + TABLE.encode("utf-16-be"), "utf-16-be"),
        (TABLE.encode("utf-16-le"), "utf-16-le"),
        (TABLE.encode("utf-16-be"), "utf-16-be"),
        (TABLE.encode("cp1252"), "cp1252"),
        (TABLE.encode("mac_roman"), "mac_roman"),
        (TABLE.encode("cp850"), "cp850"),
    ],
)
def test_every_encoding_gives_the_same_cells(content: bytes, encoding: str) -> None:
    source = open_source(content, name="essai.csv")
    assert source.encoding == encoding
    assert source.grid().cells.values.tolist()[1] == ["01", "Île-de-Bréhat", "1,5"]


def test_a_byte_order_mark_is_said_and_left_out_of_the_first_cell() -> None:
    source = open_source(codecs.BOM_UTF8 + TABLE.encode(), name="essai.csv")
    assert "byte_order_mark" in source.quirks
    assert source.grid().cells.iat[0, 0] == "code"


def test_windows_text_is_said_to_be_so() -> None:
    assert "decoded_as_cp1252" in open_source(TABLE.encode("cp1252"), name="essai.csv").quirks


def test_a_few_broken_bytes_do_not_make_utf8_another_encoding() -> None:
    content = ("é;è\n" * 60).encode() + b"a\xff;b\n"
    source = open_source(content, name="essai.csv")
    assert (source.encoding, "replaced_characters" in source.quirks) == ("utf-8", True)


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_every_separator_is_found(separator: str) -> None:
    content = f"a{separator}b{separator}c\n1{separator}2{separator}3\n".encode()
    source = open_source(content, name="essai.txt")
    assert source.separator == separator
    assert source.grid().cells.values.tolist() == [["a", "b", "c"], ["1", "2", "3"]]


def test_decimal_commas_are_not_separators() -> None:
    assert rows(b"q;l\n1;21548,7\n2;22597,3\n3;4403,09\n")[1] == ["1", "21548,7"]


def test_dates_with_decimal_commas_as_numerous_as_semicolons_split_at_semicolons() -> None:
    assert rows(b"date;A;B\n18/02/20;-11,0;-13,1\n19/02/20;-11,0;-13,3\n")[1] == ["18/02/20", "-11,0", "-13,1"]


def test_a_chosen_encoding_and_separator_win() -> None:
    assert rows("é,è;à".encode("cp850"), encoding="cp850", separator=",") == [["é", "è;à"]]


def test_a_chosen_encoding_that_does_not_fit_is_refused() -> None:
    with pytest.raises(FileRefused) as caught:
        open_source("é".encode("cp1252"), name="a.csv", encoding="utf-8")
    assert caught.value.code == "unknown_encoding"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_ending_is_read(end: str) -> None:
    assert rows(f"a;b{end}1;2{end}".encode()) == [["a", "b"], ["1", "2"]]


def test_quoted_cells_hold_separators_quotes_and_new_lines() -> None:
    assert rows(b'a;b\n"x;y";"1\n2"\n"dit ""oui""";3\n') == [["a", "b"], ["x;y", "1\n2"], ['dit "oui"', "3"]]


def test_blank_and_comment_lines_keep_their_row_number() -> None:
    cells = rows(b"# note\n\na;b\n1;2\n")
    assert [row[0] for row in cells] == ["# note", "", "a", "1"]


def test_a_wide_row_far_below_narrow_ones_loses_nothing() -> None:
    content = b"titre\n" + b"a;b\n" * 3000 + b"1;2;3;4\n"
    source = open_source(content, name="essai.csv")
    assert source.grid().cells.iloc[-1].tolist() == ["1", "2", "3", "4"]
    assert "ragged_rows" in source.quirks


def test_a_preamble_of_another_width_does_not_hide_the_separator() -> None:
    content = b'"Source","Portail",\n\n"Pays","Code","1960",\n"Aruba","ABW","1.5",\n"Chili","CHL","2.5",\n'
    assert rows(content)[3] == ["Aruba", "ABW", "1.5", ""]


def test_a_quote_never_closed_is_an_ordinary_sign() -> None:
    source = open_source(b'a;b\n"x;1\ny;2\n', name="essai.csv")
    assert source.grid().cells.values.tolist()[2] == ["y", "2"]
    assert "unbalanced_quotes" in source.quirks


def test_cells_are_text_and_nothing_is_missing() -> None:
    cells = open_source(b"code;valeur\nNA;\n01004;1e3\n", name="essai.csv").grid().cells
    assert set(map(str, cells.dtypes)) == {"str"}
    assert cells.values.tolist()[1:] == [["NA", ""], ["01004", "1e3"]]


def test_eurostat_composite_column_becomes_columns() -> None:
    content = b"freq,unit,geo\\TIME_PERIOD\t2020 \t2021 \nA,PC,FR\t4.3 b\t: \nA,PC,NA\t5 \t6.1 p\n"
    source = open_source(content, name="edat.tsv")
    assert source.format == "tsv"
    assert source.grid().cells.values.tolist()[0][:3] == ["freq", "unit", "geo"]
    assert source.grid().cells.values.tolist()[1] == ["A", "PC", "FR", "4.3 b", ": "]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b" \n\r\n", "empty"),
        (codecs.BOM_UTF8, "empty"),
        (b"%PDF-1.7 ...", "pdf"),
        (b"\x89PNG\r\n\x1a\n....", "image"),
        (b"\xff\xd8\xff\xe0....", "image"),
        (b"{\\rtf1 bonjour}", "document"),
        (b"\x1f\x8b\x08....", "archive"),
        (b"<!DOCTYPE html><html><body>Erreur 404</body></html>", "web_page"),
        (b"<html><table><tr><td>1</td></tr><tr></tr><tr></tr></table></html>", "html_table"),
        (b'<?xml version="1.0"?><data/>', "xml"),
        (b"a;b\n1;\x002\n" + b"x;y\n" * 50, "nul_bytes"),
        (bytes(range(1, 32)) * 300, "binary"),
    ],
)
def test_what_is_no_table_is_refused_by_its_content(content: bytes, code: str) -> None:
    assert refusal(content) == code


def test_a_file_above_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("indicators.importing.formats.opening.MAX_BYTES", 10)
    assert refusal(b"a;b\n" * 10) == "too_large"


def test_a_table_too_wide_is_refused() -> None:
    assert refusal(";".join(["x"] * 6000).encode()) == "too_many_columns"

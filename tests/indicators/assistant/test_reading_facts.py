"""What the reading did and nobody has to decide is told, under what it is sure of."""

import io
import zipfile

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from tests.indicators.assistant.conftest import NAMES, drop

pytestmark = pytest.mark.django_db


def workbook() -> bytes:
    """A column of formulas whose results are stored, as a spreadsheet saves them."""
    book, plain, stream = openpyxl.Workbook(), io.BytesIO(), io.BytesIO()
    book.active.append(["code_region", "2023", "2024"])
    for code in NAMES:
        book.active.append([code, 4.5, "=1+5.5"])
    book.save(plain)
    with zipfile.ZipFile(plain) as before, zipfile.ZipFile(stream, "w") as after:
        for name in before.namelist():
            part = before.read(name).replace(b"<v></v>", b"<v>6.5</v>").replace(b"<v />", b"<v>6.5</v>")
            after.writestr(name, part)
    return stream.getvalue()


def test_columns_that_are_not_read_are_told_for_information(officer_client: Client) -> None:
    text = "code_region;remarque;2023;2024\n" + "".join(f"{code};texte {code};4,5;5,5\n" for code in NAMES)
    page = drop(officer_client, text).content.decode()
    assert "Pour information" in page
    assert "Colonnes non lues" in page


def test_stored_results_of_formulas_are_told_for_information(officer_client: Client) -> None:
    file = SimpleUploadedFile("formules.xlsx", workbook())
    page = officer_client.post(reverse("assistant:deposit"), {"file": file}, follow=True).content.decode()
    assert "Pour information" in page
    assert "5 cases sont des formules" in page

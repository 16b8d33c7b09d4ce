"""XLSX and ODS: what kind of zip it is, what is refused, and the workbook."""

import zipfile

from indicators.importing.grids import SourceFile

from .archives import open_archive, verify_contents
from .ods_formulas import read_ods_traits
from .refusals import refused
from .workbooks import read_workbook
from .xlsx_formulas import read_xlsx_traits

SPREADSHEET = "application/vnd.oasis.opendocument.spreadsheet"


def open_zip_workbook(content: bytes, *, name: str) -> SourceFile:
    """Raises FileRefused for archives that are no XLSX or ODS, hold macros or a password, or swell beyond measure."""
    with open_archive(content) as archive:
        kind = _kind(archive)
        verify_contents(archive)
        traits = read_xlsx_traits(archive) if kind == "xlsx" else read_ods_traits(archive)
    return read_workbook(content, name=name, format=kind, traits=traits)


def _kind(archive: zipfile.ZipFile) -> str:
    names = set(archive.namelist())
    if "mimetype" in names and "content.xml" in names:
        return _open_document_kind(archive, names)
    if any(entry.endswith("vbaProject.bin") for entry in names):
        raise refused("macros")
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "xl/workbook.bin" in names:
        raise refused("other_workbook")
    raise refused("document" if names & {"word/document.xml", "ppt/presentation.xml"} else "archive")


def _open_document_kind(archive: zipfile.ZipFile, names: set[str]) -> str:
    if not archive.read("mimetype").decode("ascii", "replace").strip().startswith(SPREADSHEET):
        raise refused("document")
    if "META-INF/manifest.xml" in names and b"encryption-data" in archive.read("META-INF/manifest.xml"):
        raise refused("password_protected")
    if any(name.startswith("Basic/") and not name.endswith(("/", "script-lb.xml", "script-lc.xml")) for name in names):
        raise refused("macros")
    return "ods"

import shutil

import polib
import pytest

from ops.check_messages import missing_translations
from ops.compile_messages import compile_all
from ops.extract_messages import catalogue_path
from ops.make_messages import write

SOURCE = """
from django.utils.translation import gettext as _, ngettext
ONE = _("Territoire")
MANY = ngettext("%(n)s valeur", "%(n)s valeurs", 2)
"""


@pytest.fixture
def project(tmp_path):
    if shutil.which("xgettext") is None:
        pytest.skip("GNU gettext is missing: texts cannot be gathered.")
    (tmp_path / "portal").mkdir()
    (tmp_path / "portal" / "words.py").write_text(SOURCE)
    return tmp_path


def test_a_text_without_translation_is_named(project):
    assert "not translated: Territoire" in missing_translations(project)


def test_a_translated_text_is_not_named(project):
    write(project)
    path = catalogue_path(project, "en")
    catalogue = polib.pofile(str(path))
    catalogue.find("Territoire").msgstr = "Territory"
    catalogue.find("%(n)s valeur").msgstr_plural = {0: "%(n)s value", 1: "%(n)s values"}
    catalogue.save()
    assert missing_translations(project) == []


def test_the_french_catalogue_holds_the_plural_forms_only(project):
    write(project)
    french = polib.pofile(str(catalogue_path(project, "fr")))
    assert [entry.msgstr_plural for entry in french] == [{0: "%(n)s valeur", 1: "%(n)s valeurs"}]
    assert french.metadata["Plural-Forms"] == "nplurals=2; plural=(n > 1);"


def test_a_space_written_as_an_escape_is_gathered_as_the_space_it_is(project):
    (project / "portal" / "spaces.py").write_text('THREE = _("Source\\u00a0: %(name)s")\n')
    write(project)
    assert polib.pofile(str(catalogue_path(project, "en"))).find("Source\u00a0: %(name)s")


def test_half_a_pair_of_surrogates_in_a_source_is_left_as_it_is_written(project):
    (project / "portal" / "classes.py").write_text('REFUSED = r"[\\ud800-\\udfff]"\nFOUR = _("Période")\n')
    write(project)
    assert polib.pofile(str(catalogue_path(project, "en"))).find("Période")


def test_gathering_twice_changes_nothing(project):
    write(project)
    before = catalogue_path(project, "en").read_bytes()
    write(project)
    assert catalogue_path(project, "en").read_bytes() == before


def test_only_catalogues_newer_than_their_compiled_form_are_compiled(project):
    write(project)
    assert compile_all(project) == 2
    assert compile_all(project) == 0

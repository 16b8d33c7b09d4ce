from pathlib import Path

import pytest
from django.template import Context, Engine

from tests.undefined_variables import ROOT, UndefinedTemplateVariable, UndefinedVariable, is_ours


def engine(folder: Path) -> Engine:
    return Engine(dirs=[str(folder)], string_if_invalid=UndefinedVariable())


def rendered(folder: Path, source: str, monkeypatch: pytest.MonkeyPatch, ours: bool = True) -> str:
    (folder / "page.html").write_text(source)
    monkeypatch.setattr("tests.undefined_variables.ROOT", folder if ours else ROOT)
    return engine(folder).get_template("page.html").render(Context({"known": "yes"}))


def test_a_known_variable_is_rendered(tmp_path, monkeypatch):
    assert rendered(tmp_path, "{{ known }}", monkeypatch) == "yes"


@pytest.mark.parametrize("source", ["{{ unknown }}", "{{ unknown|default:'x' }}", "{% with a=unknown %}{% endwith %}"])
def test_an_undefined_variable_of_our_templates_fails(tmp_path, monkeypatch, source):
    with pytest.raises(UndefinedTemplateVariable, match=r"page\.html reads unknown"):
        rendered(tmp_path, source, monkeypatch)


def test_an_undefined_variable_in_a_condition_is_allowed(tmp_path, monkeypatch):
    assert rendered(tmp_path, "{% if unknown %}a{% else %}b{% endif %}", monkeypatch) == "b"


def test_a_package_template_behaves_as_in_production(tmp_path, monkeypatch):
    assert rendered(tmp_path, "[{{ unknown|default:'x' }}]", monkeypatch, ours=False) == "[x]"


def test_templates_of_installed_packages_are_not_ours():
    assert is_ours(ROOT / "templates" / "base.html")
    assert not is_ours(ROOT / ".venv" / "lib" / "python3.11" / "site-packages" / "wagtail" / "base.html")

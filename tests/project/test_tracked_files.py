import subprocess

import pytest

from ops.check_tracked_files import unwelcome_lines


@pytest.fixture
def repository(tmp_path):
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    return tmp_path


@pytest.mark.parametrize("line", ["cd /" + "work/main", "see https://registry." + "npmjs.org/chart.js"])
def test_a_machine_path_or_a_registry_address_is_named_with_its_line(repository, line):
    (repository / "notes.md").write_text(f"first\n{line}\n")
    assert unwelcome_lines(repository) == [f"notes.md:2: {line}"]


def test_ordinary_addresses_and_paths_pass(repository):
    (repository / "notes.md").write_text("https://www.insee.fr/ and docs/work/plan.md\n")
    assert unwelcome_lines(repository) == []

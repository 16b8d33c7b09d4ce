"""Bundles import chunks by relative names: hashed storage must follow, or Chart.js is asked for by a lost name."""

import os
import re
import subprocess
import sys

import pytest
from django.core.management import call_command

ENTRY = 'const wake=async()=>{let{explore:e}=await import("./chunks/explore-ABC.js");e()};wake();'
CHUNK = "var e=()=>1;export{e as explore};"


@pytest.fixture
def collected(tmp_path, settings):
    sources = tmp_path / "sources"
    (sources / "chunks").mkdir(parents=True)
    (sources / "figures.js").write_text(ENTRY)
    (sources / "chunks" / "explore-ABC.js").write_text(CHUNK)
    settings.STATIC_ROOT = str(tmp_path / "collected")
    settings.STATICFILES_DIRS = [sources]
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.WHITENOISE_KEEP_ONLY_HASHED_FILES = True
    settings.STORAGES = {**settings.STORAGES, "staticfiles": {"BACKEND": "portal.static_storage.HashedStaticFiles"}}
    call_command("collectstatic", interactive=False, verbosity=0)
    return tmp_path / "collected"


def test_a_bundle_asks_for_its_chunk_by_the_name_under_which_it_is_kept(collected):
    entry = next(collected.glob("figures.*.js")).read_text()
    asked = re.search(r'import\("\./(.+?)"\)', entry)
    assert asked is not None
    assert (collected / asked[1]).is_file()


def setting(expression: str, **environment: str) -> str:
    """A setting of the product as an installation with these variables has it."""
    told = f"from portal import settings; print({expression})"
    variables = {**os.environ, "DEBUG": "", **environment}
    return subprocess.check_output([sys.executable, "-c", told], env=variables, text=True).strip()


def test_production_stores_static_files_that_way():
    assert setting("settings.STORAGES['staticfiles']['BACKEND']") == "portal.static_storage.HashedStaticFiles"


def test_static_files_are_asked_for_below_the_sub_path_of_the_site():
    assert setting("settings.STATIC_URL") == "/static/"
    assert setting("settings.STATIC_URL", SCRIPT_NAME="/observatoire/") == "/observatoire/static/"

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


def test_production_stores_static_files_that_way():
    told = "from portal.settings import STORAGES; print(STORAGES['staticfiles']['BACKEND'])"
    environment = {**os.environ, "DEBUG": ""}
    said = subprocess.run([sys.executable, "-c", told], env=environment, capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "portal.static_storage.HashedStaticFiles"

"""The page of an error of the site itself, rendered apart: a healthy server never sends it."""

import subprocess

from ops.environment import PYTHON, ROOT
from ops.quality.states import BROKEN

RENDER = """
from django.template.loader import get_template
from django.utils import translation
with translation.override("{language}"):
    print(get_template("500.html").render())
"""


def error_pages() -> dict[str, str]:
    """HTML of the page in each language by address; empty when the settings of this machine cannot render it."""
    return {BROKEN.format(language=one): html for one in ("fr", "en") if (html := rendered(one))}


def rendered(language: str) -> str:
    """What a visitor would get."""
    command = [str(PYTHON), "manage.py", "shell", "--no-imports", "-c", RENDER.format(language=language)]
    return subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True).stdout

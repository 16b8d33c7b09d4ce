"""The settings under test: those of the product, with what a test must not touch replaced."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

from portal.settings import *  # noqa: F403
from portal.settings import DATABASES, STORAGES, TASKS, TEMPLATES
from tests.undefined_variables import UndefinedVariable

WORKSHOP = Path(tempfile.mkdtemp(prefix="observatory-tests-"))
atexit.register(shutil.rmtree, WORKSHOP, ignore_errors=True)

# A file and not memory: the threads of the live server must each have a connection of their own, as in production.
DATABASES["default"].setdefault("TEST", {})
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["TEST"]["NAME"] = str(WORKSHOP / "test.sqlite3")

MEDIA_ROOT = str(WORKSHOP / "media")
PRIVATE_MEDIA_ROOT = str(WORKSHOP / "private")
STATIC_ROOT = str(WORKSHOP / "static")
Path(STATIC_ROOT).mkdir()
STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
WHITENOISE_USE_FINDERS = True

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
TASKS["default"]["BACKEND"] = "django_tasks.backends.immediate.ImmediateBackend"
TEMPLATES[0]["OPTIONS"]["string_if_invalid"] = UndefinedVariable()

SAMPLES_DIR = os.environ.get("SAMPLES_DIR") or str(
    Path(__file__).resolve().parents[2] / "shared" / "figures" / "samples"
)

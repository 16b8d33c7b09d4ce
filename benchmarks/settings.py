"""The settings of the product, with files of the benchmark's own and no collected static files."""

import os
from pathlib import Path

from portal.settings import *  # noqa: F403
from portal.settings import ALLOWED_HOSTS, STORAGES, TASKS

FOLDER = Path(os.environ["BENCHMARK_FOLDER"])
MEDIA_ROOT = str(FOLDER / "media")
PRIVATE_MEDIA_ROOT = str(FOLDER / "private")
STATIC_ROOT = str(FOLDER / "static")
Path(STATIC_ROOT).mkdir(exist_ok=True)
STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
TASKS["default"]["BACKEND"] = "django_tasks.backends.dummy.DummyBackend"
ALLOWED_HOSTS.append("testserver")

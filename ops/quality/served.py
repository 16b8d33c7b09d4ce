"""A demo served for the time of the checks, apart from the one that `make run` keeps."""

import os
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager

from ops.environment import ROOT, VENV
from ops.site import prepare
from ops.with_postgres import free_port

SECONDS_TO_START = 180


@contextmanager
def served_demo() -> Iterator[str]:
    """Address of a fresh demo as production would serve it; everything is removed at the end."""
    with tempfile.TemporaryDirectory(prefix="observatory-quality-") as folder:
        port = free_port()
        base = f"http://127.0.0.1:{port}"
        os.environ.update(OBSERVATORY_VAR=folder, MEDIA_ROOT=f"{folder}/media", BASE_URL=base)
        os.environ.pop("DATABASE_URL", None)
        prepare()
        options = ["--bind", f"127.0.0.1:{port}", "--workers", "2", "--threads", "4", "--log-level", "error"]
        server = subprocess.Popen([str(VENV / "bin" / "gunicorn"), "portal.wsgi:application", *options], cwd=ROOT)
        try:
            wait_for(base)
            yield base
        finally:
            server.terminate()
            server.wait(20)


def wait_for(base: str) -> None:
    """Return once the site is healthy. Raises TimeoutError after three minutes."""
    limit = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < limit:
        try:
            urllib.request.urlopen(f"{base}/sante/", timeout=5).close()
            return
        except OSError:
            time.sleep(0.3)
    raise TimeoutError("The demo did not start within three minutes.")

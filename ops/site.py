"""Makes the site ready to be served: texts compiled, static files hashed, database migrated, demo loaded.

Every step is quick when there is nothing to do, so a second `make run` starts in seconds and keeps what was changed.
"""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

from ops.compile_messages import compile_all
from ops.environment import PYTHON, ROOT, digest, is_done, mark_done

STATIC_SOURCES = ("portal/static_built", "portal/static", "indicators/static", "company_survey/static", "home/static")


NO_MAIL = "django.core.mail.backends.dummy.EmailBackend"
"""The reviews of the demo happen among fictitious people: nobody is told."""


def manage(*arguments: str, **variables: str) -> None:
    """Run a management command with these environment variables; stop with its own message when it fails."""
    environment = {**os.environ, **variables}
    if subprocess.run([str(PYTHON), "manage.py", *arguments], cwd=ROOT, env=environment).returncode:
        sys.exit(f"manage.py {arguments[0]} failed: see the lines above.")


def static_fingerprint() -> str:
    """Changes when a bundle, an application's static file, a setting or a package changes."""
    files = [path for folder in STATIC_SOURCES for path in (ROOT / folder).rglob("*") if path.is_file()]
    settings = list((ROOT / "portal" / "settings").glob("*.py"))
    return digest(*files, *settings, ROOT / "requirements" / "base.txt")


def collect_static() -> None:
    """Hash and compress the static files, unless those collected last time are still right."""
    target = Path(os.environ.get("STATIC_ROOT") or Path(os.environ.get("OBSERVATORY_VAR") or ROOT / "var") / "static")
    name = "static-" + digest_of_path(target)
    fingerprint = static_fingerprint()
    if target.is_dir() and is_done(name, fingerprint):
        return
    print("Collecting static files", flush=True)
    manage("collectstatic", "--no-input", "--verbosity", "0")
    mark_done(name, fingerprint)


def digest_of_path(path: Path) -> str:
    """Short name for a folder, so that two installations on one machine do not share a stamp."""
    return hashlib.sha256(str(path.resolve()).encode()).hexdigest()[:12]


def prepare(collect: bool = True) -> None:
    """Everything between a checkout with its environment and a site that can be served.

    `collect` is false in development, where files are served as they are: those collected must stay production's.
    """
    compile_all(ROOT)
    if collect:
        collect_static()
    print("Bringing the database up to date", flush=True)
    manage("migrate", "--no-input", "--verbosity", "0")
    manage("seed_demo", "--if-empty", EMAIL_BACKEND=NO_MAIL)


if __name__ == "__main__":
    prepare()

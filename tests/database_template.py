"""The embedded database of the tests, migrated once: later runs copy the file instead of migrating anew.

The copy is kept in `var/`, named after everything that migrations read, so that none of them is ever skipped.
"""

import hashlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "var" / "test-databases"
READ_BY_MIGRATIONS = (
    "*/migrations/*.py",
    "indicators/reference/*",
    "indicators/roles.py",
    "portal/starter_pages.py",
    "requirements/base.txt",
)


def template() -> Path:
    """Where the migrated database of this state of the code is kept."""
    digest = hashlib.sha256()
    for path in sorted(_read_by_migrations()):
        digest.update(path.name.encode() + path.read_bytes())
    return FOLDER / f"{digest.hexdigest()[:16]}.sqlite3"


def _read_by_migrations() -> Iterator[Path]:
    for pattern in READ_BY_MIGRATIONS:
        yield from (path for path in ROOT.glob(pattern) if path.is_file())


def copy_template(name: str) -> None:
    """Put the migrated database at `name`, when there is one."""
    if template().is_file():
        shutil.copyfile(template(), name)


def keep_template(name: str) -> None:
    """Keep the database at `name`, just migrated, for the next run; former ones go."""
    if template().is_file():
        return
    FOLDER.mkdir(parents=True, exist_ok=True)
    for former in FOLDER.glob("*.sqlite3"):
        former.unlink(missing_ok=True)
    unfinished = template().with_suffix(f".{os.getpid()}")
    shutil.copyfile(name, unfinished)
    unfinished.replace(template())

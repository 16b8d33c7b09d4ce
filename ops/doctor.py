"""`make doctor`: what this machine has and what is missing, one line each, with what to do.

Runs with the machine's own Python, before anything is installed: standard library only.
"""

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ops.distribution import CHROMIUM, GETTEXT, find
from ops.environment import PYTHON, ROOT, digest, is_done

LEAST_DISK = 2 * 10**9
"""Bytes: environment 0.9 GB, npm packages 0.1 GB, database and uploads of the demo 0.3 GB."""


@dataclass(frozen=True)
class Finding:
    """One thing looked at. `needed` says whether `make run` fails without it."""

    name: str
    fine: bool
    said: str
    needed: bool = True


def program(name: str, programs: tuple[str, ...], use: str) -> Finding:
    """A program that only some targets use."""
    path = find(programs)
    return Finding(name, path is not None, path or f"absent: {use}", needed=False)


def version_of(command: str) -> str:
    """First line of `command --version`, or nothing."""
    path = shutil.which(command)
    if path is None:
        return ""
    return subprocess.run([path, "--version"], capture_output=True, text=True).stdout.strip()


def node() -> Finding:
    """Node and npm of the machine; the virtual environment brings them when they are absent."""
    versions = f"Node {version_of('node')}, npm {version_of('npm')}"
    both = bool(shutil.which("node") and shutil.which("npm"))
    return Finding("Node", both, versions if both else "absent: make run brings it into .venv", needed=False)


def postgres() -> Finding:
    """PostgreSQL binaries for a private server, or the one of DATABASE_URL."""
    if os.environ.get("DATABASE_URL"):
        return Finding("PostgreSQL", True, "the server of DATABASE_URL", needed=False)
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    said = str(found[-1].parent) if found else "absent: make test-postgres installs it as root (apt install postgresql)"
    return Finding("PostgreSQL", bool(found), said, needed=False)


def packages() -> Finding:
    """Are the locked run-time packages those installed in .venv?"""
    fine = PYTHON.exists() and is_done("base", digest(ROOT / "requirements" / "base.txt"))
    return Finding("packages", fine, "as locked" if fine else "not installed, or not as locked: make run does it")


def port() -> Finding:
    """Is the port that `make run` will use free?"""
    number = int(os.environ.get("PORT") or 8000)
    with socket.socket() as probe:
        taken = probe.connect_ex(("127.0.0.1", number)) == 0
    said = f"{number} is in use: choose another, make run PORT={number + 1}" if taken else f"{number} is free"
    return Finding("port", not taken, said)


def disk() -> Finding:
    """Room left where the project lies."""
    free = shutil.disk_usage(ROOT).free
    return Finding("disk", free > LEAST_DISK, f"{free / 10**9:.1f} GB free, {LEAST_DISK / 10**9:.0f} GB needed")


def migrations() -> Finding:
    """Migrations that the database lacks; looked for only once packages are there."""
    if not PYTHON.exists():
        return Finding("database", False, "not looked at: packages first", needed=False)
    done = subprocess.run(
        [str(PYTHON), "manage.py", "migrate", "--check"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
    )
    said = "up to date" if not done.returncode else "absent or behind: make run brings it up to date"
    return Finding("database", not done.returncode, said, needed=False)


def samples() -> Finding:
    """The real source files, which some tests of the import read and the project does not ship."""
    folder = Path(os.environ.get("SAMPLES_DIR") or ROOT.parent / "shared" / "figures" / "samples")
    said = (
        f"{folder}" if folder.is_dir() else "absent: tests that read them are skipped (SAMPLES_DIR says where they are)"
    )
    return Finding("samples", folder.is_dir(), said, needed=False)


def findings() -> Iterator[Finding]:
    """Everything looked at, in the order in which it matters."""
    yield Finding("Python", True, f"{sys.version.split()[0]} ({sys.executable})")
    yield packages()
    yield node()
    yield disk()
    yield port()
    yield migrations()
    yield program(
        "Chromium", CHROMIUM[0], "make test installs it as root, else skips browser tests (apt install chromium)"
    )
    yield postgres()
    yield program("gettext", GETTEXT[0], "make lint and make messages install it as root (apt install gettext)")
    yield samples()


def main() -> int:
    """Print the findings; fail only when something that `make run` cannot bring by itself is missing."""
    blocking = False
    for finding in findings():
        mark = "ok" if finding.fine else ("to do" if finding.needed else "-")
        print(f"{mark:<6} {finding.name:<11} {finding.said}", flush=True)
        blocking |= finding.name in {"disk", "port"} and not finding.fine
    return 1 if blocking else 0


if __name__ == "__main__":
    sys.exit(main())

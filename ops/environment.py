"""The virtual environment `.venv`: made when missing, installed again only when a locked list of packages changed.

Run by the machine's own Python before anything is installed, so only the standard library may be imported here.
"""

import hashlib
import importlib.util
import subprocess
import sys
from pathlib import Path

from ops.distribution import NotAllowed, install

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def digest(*paths: Path) -> str:
    """One fingerprint of the contents of these files, in the order of their paths."""
    total = hashlib.sha256()
    for path in sorted(paths):
        total.update(path.name.encode() + b"\0" + path.read_bytes())
    return total.hexdigest()


def is_done(name: str, fingerprint: str) -> bool:
    """Was the step `name` last done with exactly this fingerprint?"""
    stamp = VENV / ".stamps" / name
    return stamp.is_file() and stamp.read_text() == fingerprint


def mark_done(name: str, fingerprint: str) -> None:
    """Remember that the step `name` was done with this fingerprint."""
    stamp = VENV / ".stamps" / name
    stamp.parent.mkdir(parents=True, exist_ok=True)
    stamp.write_text(fingerprint)


def make_venv() -> None:
    """Create `.venv`; on Debian, whose Python comes without it, install `python3-venv` first when that is allowed."""
    if PYTHON.exists():
        return
    if importlib.util.find_spec("ensurepip") is None:
        install_venv_module()
    print(f"Making the virtual environment with Python {sys.version.split()[0]}", flush=True)
    subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=True)


def install_venv_module() -> None:
    """Bring the missing module `venv` from the distribution, or stop with the command to type."""
    try:
        install("python3-venv")
    except NotAllowed as refusal:
        sys.exit(f"Python is here but not its module venv. {refusal}")


def install_requirements(name: str) -> None:
    """Install `requirements/<name>.txt` with its hashes, unless that very list is installed already."""
    locked = ROOT / "requirements" / f"{name}.txt"
    fingerprint = digest(locked)
    if is_done(name, fingerprint):
        return
    print(f"Installing requirements/{name}.txt", flush=True)
    options = ["--quiet", "--disable-pip-version-check", "--require-hashes", "--requirement", str(locked)]
    if subprocess.run([str(PYTHON), "-m", "pip", "install", *options]).returncode:
        sys.exit(f"The packages of requirements/{name}.txt could not be installed: see the lines above.")
    mark_done(name, fingerprint)


def main(names: list[str]) -> None:
    """Make the environment and install the lists named, `base` first since `dev` stands on it."""
    make_venv()
    for name in names:
        install_requirements(name)


if __name__ == "__main__":
    main(sys.argv[1:])

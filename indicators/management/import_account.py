"""What a run of `import_figures` found, for programs and for people."""

import hashlib
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from django.utils.translation import gettext as _

from indicators.importing.problems import BLOCKING, Problem
from indicators.models import Release
from indicators.services.importing import TERRITORY_PROBLEMS
from portal.formatting import format_number, labelled, quoted

from .import_run import ImportRun
from .terminal import refusal_as_dict

ROWS_LISTED = 1_000
PROBLEMS_TOLD = 30


def run_as_dict(run: ImportRun) -> dict[str, Any]:
    """The JSON object of the public contract, without the observations."""
    reading = run.reading
    return {
        "file": run.name,
        "sha256": hashlib.sha256(run.content).hexdigest(),
        "indicator": run.indicator.code if run.indicator else None,
        "dry_run": run.dry_run,
        "outcome": run.outcome,
        "errors": run.errors,
        "refusal": refusal_as_dict(run.refusal) if run.refusal else None,
        "account": asdict(reading.account) if reading else None,
        "problems": [problem_as_dict(problem) for problem in reading.problems] if reading else [],
        "facts": [str(fact) for fact in reading.facts] if reading else [],
        "unknown_territories": unknown_territories(run),
        "losses": [loss.as_dict() for loss in run.losses],
        "comparison": run.comparison.summary() if run.comparison else None,
        "release": release_as_dict(run.release) if run.release else None,
    }


def unknown_territories(run: ImportRun) -> list[str]:
    """As the file names them."""
    problems = run.reading.problems if run.reading else []
    return [problem.cell for problem in problems if problem.code in TERRITORY_PROBLEMS]


def problem_as_dict(problem: Problem) -> dict[str, Any]:
    """A problem with its key, which `--accept-loss` takes; a thousand row numbers at most."""
    texts = ("code", "severity", "key", "sheet", "column", "cell", "reason", "remedy")
    return {name: str(getattr(problem, name)) for name in texts} | {
        "count": problem.count,
        "rows": list(problem.rows[:ROWS_LISTED]),
        "suggestions": list(problem.suggestions),
    }


def release_as_dict(release: Release) -> dict[str, Any]:
    """Where the figures went."""
    provenance = release.provenance
    return {
        "id": release.pk,
        "version": release.number,
        "observations": provenance.observation_count,
        "digest": provenance.digest,
        "live": release.live,
    }


def account_lines(run: ImportRun) -> Iterator[str]:
    """The same for a person."""
    yield labelled(run.name, outcome_words(run))
    if run.reading:
        account = run.reading.account
        yield _("%(rows)s lignes lues, %(kept)s observations gardées, %(dropped)s laissées de côté.") % {
            "rows": format_number(account.rows_read),
            "kept": format_number(account.kept),
            "dropped": format_number(account.dropped),
        }
        yield from (f"  {fact}" for fact in run.reading.facts)
        yield from (problem_line(problem) for problem in run.reading.problems[:PROBLEMS_TOLD])
    if run.comparison:
        counts = run.comparison.counts
        yield _(
            "%(new)s nouvelles valeurs, %(revised)s révisées, %(vanished)s disparues, %(unchanged)s inchangées."
        ) % {name: format_number(number) for name, number in counts.as_dict().items()}
        yield from (f"  {loss.sentence} [{loss.key}]" for loss in run.comparison.losses)


def outcome_words(run: ImportRun) -> str:
    """What happened, in words."""
    words = {
        "dry_run": _("essai, rien n’est enregistré."),
        "draft": _("brouillon enregistré."),
        "submitted": _("brouillon enregistré et soumis à la relecture."),
        "unchanged": _("rien ne change."),
        "refused": _("refusé, rien n’est enregistré."),
    }[run.outcome]
    return f"{words} {run.release}" if run.release else words


def problem_line(problem: Problem) -> str:
    """Where, what, why, what to do, and the key that accepts the loss."""
    rows = ", ".join(str(row) for row in problem.rows[:5])
    where = " · ".join(filter(None, (problem.sheet, problem.column, quoted(problem.cell) if problem.cell else "")))
    mark = "!" if problem.severity == BLOCKING else "-"
    return f"{mark} {where} (×{problem.count}, {rows}) {problem.reason} {problem.remedy} [{problem.key}]"

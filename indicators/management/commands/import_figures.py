"""`manage.py import_figures FILE --indicator CODE --recipe RECIPE`: from a file to a draft release, or a dry run."""

import sys
from pathlib import Path
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management.base import CommandParser
from django.utils.translation import gettext as _

from indicators.importing.recipes import Recipe, load_recipe
from indicators.importing.records import to_records
from indicators.importing.refusals import FileRefused
from indicators.management.import_account import account_lines, run_as_dict
from indicators.management.import_run import ImportRun, run_import
from indicators.management.terminal import FileCommand, progress_bar
from indicators.models import Indicator
from indicators.services.import_errors import ImportStopped
from portal.models import User


class Command(FileCommand):
    """Nothing is written unless all is well or every loss is accepted by name; a second run changes nothing."""

    help = "Import the figures of a file with a recipe, as a draft for review."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", help="CSV, TSV, XLSX, XLS, ODS or JSON")
        parser.add_argument("--indicator", default="", metavar="CODE", help="needed unless --dry-run")
        parser.add_argument("--recipe", required=True, metavar="RECIPE", help="YAML or JSON, see docs/recipes.md")
        parser.add_argument("--dry-run", action="store_true", help="read, compare and write nothing")
        parser.add_argument("--submit", action="store_true", help="send the draft to review")
        parser.add_argument(
            "--user", default="", metavar="EMAIL", help="in whose name; else the first platform account"
        )
        parser.add_argument("--accept-loss", nargs="+", action="extend", default=[], metavar="KEY")
        parser.add_argument("--message", default="", help="a word for the reviewer")
        parser.add_argument("--json", action="store_true", help="print one JSON object")
        parser.add_argument("--observations", action="store_true", help="with --json: every observation")

    def handle(self, *args: Any, **options: Any) -> None:
        self.begin(as_json=options["json"])
        run = ImportRun(
            name=Path(options["file"]).name,
            content=self.content_of(options["file"]),
            accepted=tuple(options["accept_loss"]),
            dry_run=options["dry_run"],
            submit=options["submit"],
            message=options["message"],
            progress=None if options["json"] else progress_bar(sys.stderr),
        )
        try:
            recipe = self.recipe(options["recipe"])
            run.indicator = self.indicator(options)
            run_import(run, recipe, None if run.dry_run else self.user(options["user"]))
        except (FileRefused, ImportStopped, PermissionDenied) as error:
            run.stop(error)
        except ValidationError as error:
            run.stop(*error.messages)
        self.report(run, options)

    def report(self, run: ImportRun, options: dict[str, Any]) -> None:
        """The account on stdout, the errors on stderr."""
        if options["json"]:
            records = to_records(run.reading) if options["observations"] and run.reading else None
            self.print_json(run_as_dict(run), records)
        else:
            for line in account_lines(run):
                self.stdout.write(line)
        if run.errors:
            self.fail(*run.errors)

    def recipe(self, path: str) -> Recipe:
        """The recipe of this file. Raises FileRefused when it is not one."""
        return load_recipe(self.content_of(path).decode("utf-8-sig", errors="replace"))

    def indicator(self, options: dict[str, Any]) -> Indicator | None:
        """The indicator of the code; a dry run needs none."""
        code = options["indicator"]
        if not code and options["dry_run"]:
            return None
        found = Indicator.objects.filter(code=code).select_related("source").first()
        if found is None:
            self.fail(
                _("Aucun indicateur n’a le code «\u00a0%(code)s\u00a0».") % {"code": code}
                if code
                else _("Indiquez l’indicateur avec --indicator, ou essayez avec --dry-run.")
            )
        return found

    def user(self, email: str) -> User:
        """In whose name the import is made: the account of this address, else the oldest one of the platform team."""
        accounts = User.objects.filter(is_active=True)
        found = accounts.filter(email__iexact=email) if email else accounts.filter(is_superuser=True).order_by("pk")
        user = found.first()
        if user is None:
            self.fail(
                _("Aucun compte actif n’a l’adresse %(email)s.") % {"email": email}
                if email
                else _("Indiquez avec --user au nom de qui l’import est fait.")
            )
        return user

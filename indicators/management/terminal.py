"""What the commands of the import share: errors in one line each, one JSON object, a progress bar on a terminal."""

import json
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, NoReturn, TextIO

from django.core.management.base import BaseCommand
from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection
from django.utils.translation import gettext as _

from indicators.importing.refusals import FileRefused
from indicators.models import Territory

BAR = 30


class FileCommand(BaseCommand):
    """A command about a file: exit code 0 only if all is well, every error in one clear line on stderr, and with
    `--json` one JSON object on stdout whatever happens."""

    owes_json = False

    def fail(self, *lines: object) -> NoReturn:
        """Say why, and end with 1."""
        sentences = [" ".join(str(line).split()) for line in lines]
        if self.owes_json:
            self.print_json({"outcome": "refused", "errors": sentences})
        for sentence in sentences:
            self.stderr.write(sentence)
        sys.exit(1)

    def begin(self, *, as_json: bool) -> None:
        """Before anything else. Ends here when the database is empty: the catalogue of territories is needed."""
        self.owes_json = as_json
        if Territory._meta.db_table not in connection.introspection.table_names():
            self.fail(_("La base de données est vide\u00a0: lancez d’abord «\u00a0manage.py migrate\u00a0»."))

    def content_of(self, path: str) -> bytes:
        """The bytes of the file."""
        try:
            return Path(path).read_bytes()
        except OSError as error:
            self.fail(f"{path} : {error.strerror or error}")

    def print_json(self, document: Mapping[str, Any], records: Iterable[Mapping[str, Any]] | None = None) -> None:
        """One JSON object; `records` are written one after the other under `observations`, whatever their number."""
        self.owes_json = False
        text = json.dumps(document, ensure_ascii=False, indent=2, cls=DjangoJSONEncoder)
        if records is None:
            self.stdout.write(text)
            return
        separator = ",\n" if document else "\n"
        self.stdout.write(text[: text.rindex("}")].rstrip() + separator + '  "observations": [', ending="")
        for number, record in enumerate(records):
            line = json.dumps(record, ensure_ascii=False, cls=DjangoJSONEncoder)
            self.stdout.write(("," if number else "") + "\n    " + line, ending="")
        self.stdout.write("\n  ]\n}")


def progress_bar(stream: TextIO) -> Callable[[int], None] | None:
    """A bar that redraws itself, told 0 to 100; None when nobody watches."""
    if not stream.isatty():
        return None

    def draw(percent: int) -> None:
        full = percent * BAR // 100
        stream.write(f"\r[{'#' * full}{'.' * (BAR - full)}] {percent:3d} %" + ("\n" if percent >= 100 else ""))
        stream.flush()

    return draw


def refusal_as_dict(refused: FileRefused) -> dict[str, str]:
    """For JSON."""
    return {"code": refused.code, "reason": str(refused.reason), "remedy": str(refused.remedy)}

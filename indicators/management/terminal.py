"""What the commands of the import share: errors in one line each, one JSON object, a progress bar on a terminal."""

import json
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, NoReturn, TextIO

from django.core.management.base import BaseCommand
from django.core.serializers.json import DjangoJSONEncoder

from indicators.importing.refusals import FileRefused

BAR = 30
RECORDS_AT_ONCE = 1_000


class FileCommand(BaseCommand):
    """A command about a file: exit code 0 only if all is well, every error in one clear line on stderr."""

    def fail(self, *lines: object) -> NoReturn:
        """Say why, and end with 1."""
        for line in lines:
            self.stderr.write(" ".join(str(line).split()))
        sys.exit(1)

    def content_of(self, path: str) -> bytes:
        """The bytes of the file."""
        try:
            return Path(path).read_bytes()
        except OSError as error:
            self.fail(f"{path} : {error.strerror or error}")

    def print_json(self, document: Mapping[str, Any], records: Iterable[Mapping[str, Any]] | None = None) -> None:
        """One JSON object; `records` are written one after the other under `observations`, whatever their number."""
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

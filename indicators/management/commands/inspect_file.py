"""`manage.py inspect_file FILE --json`: what the file is, and the recipe that would read it."""

import hashlib
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser
from django.utils.translation import gettext as _

from indicators.catalogue import territory_catalogue
from indicators.importing.inspection import Guess, Hints, Inspection, inspect_source
from indicators.importing.recipe_checks import untold_faults
from indicators.importing.recipe_writing import recipe_shape
from indicators.importing.recipes import dump_recipe
from indicators.importing.refusals import FileRefused
from indicators.management.terminal import FileCommand, refusal_as_dict
from indicators.models import Indicator
from indicators.services.file_reading import open_with


class Command(FileCommand):
    """Reads, writes nothing, and ends with 1 when the file is refused."""

    help = "Say what a file is and propose a recipe for it; nothing is written."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", help="CSV, TSV, XLSX, XLS, ODS or JSON")
        parser.add_argument("--indicator", default="", metavar="CODE", help="the indicator that the file is for")
        parser.add_argument("--wanted", default="", metavar="WORDS", help="what is looked for, in words")
        parser.add_argument("--sheet", default="", metavar="NAME", help="the sheet to look at")
        parser.add_argument("--json", action="store_true", help="print one JSON object")

    def handle(self, *args: Any, **options: Any) -> None:
        self.begin(as_json=options["json"])
        content, path = self.content_of(options["file"]), Path(options["file"])
        hints = self.hints(options)
        try:
            source = open_with(content, name=path.name)
            inspection = inspect_source(source, territory_catalogue(), hints=hints)
        except FileRefused as refused:
            if options["json"]:
                document = {"file": path.name, "outcome": "refused", "errors": [str(refused)]}
                self.print_json(document | {"refusal": refusal_as_dict(refused)})
            self.fail(refused)
        if options["json"]:
            self.print_json(as_dict(path.name, content, inspection))
        else:
            self.tell(inspection)

    def hints(self, options: dict[str, Any]) -> Hints:
        """What is known of the file beforehand."""
        indicator = Indicator.objects.filter(code=options["indicator"]).first() if options["indicator"] else None
        if options["indicator"] and indicator is None:
            self.fail(_("Aucun indicateur n’a le code «\u00a0%(code)s\u00a0».") % {"code": options["indicator"]})
        return Hints(
            title=indicator.title_fr if indicator else "",
            unit=indicator.unit_fr if indicator else "",
            wanted=options["wanted"],
            sheet=options["sheet"],
        )

    def tell(self, inspection: Inspection) -> None:
        """The account for a person, then the recipe."""
        for guess in inspection.sentences:
            self.stdout.write(f"- {guess.sentence} {guess.reason}".rstrip())
        for guess in inspection.every_doubt:
            self.stdout.write(f"? {guess.question or guess.sentence} {guess.reason}".rstrip())
        for sentence in untold_faults(inspection.recipe.untold):
            self.stdout.write(f"! {sentence}")
        self.stdout.write("\n" + dump_recipe(inspection.recipe))


def as_dict(name: str, content: bytes, inspection: Inspection) -> dict[str, Any]:
    """The JSON object of the public contract."""
    return {
        "file": name,
        "sha256": hashlib.sha256(content).hexdigest(),
        "outcome": "inspected",
        "facts": asdict(inspection.facts),
        "guesses": [guess_as_dict(guess) for guess in inspection.guesses],
        "missing": [
            {"what": guess.what, "question": guess.question, "add": add}
            for guess, add in zip(inspection.missing, untold_faults(inspection.recipe.untold), strict=True)
        ],
        "unit": inspection.unit,
        "measures": [
            {"key": measure.key, "label": measure.label, "unit": measure.unit, "values": measure.values}
            for measure in inspection.measures
        ],
        "recipe": recipe_shape(inspection.recipe),
    }


def guess_as_dict(guess: Guess) -> dict[str, Any]:
    """A guess with its confidence and reason; `confidence` is sure, almost or to_confirm."""
    texts = ("what", "value", "sentence", "reason", "confidence", "question")
    return {name: str(getattr(guess, name)) for name in texts} | {
        "alternatives": [
            {name: str(getattr(option, name)) for name in ("value", "label", "consequence", "evidence")}
            for option in guess.alternatives
        ]
    }

"""Reading a file with a recipe, and leaving out what a person agreed to lose."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from indicators.catalogue import territory_catalogue
from indicators.comparison import Loss
from indicators.comparison.losses import loss_of_problem
from indicators.importing.decisions import DROP, Decision
from indicators.importing.formats.opening import open_source
from indicators.importing.grids import SourceFile
from indicators.importing.observations import Reading
from indicators.importing.problems import BLOCKING
from indicators.importing.reading import read_observations
from indicators.importing.recipes import Recipe


@dataclass(frozen=True)
class FileReading:
    """What a file says; `dropped` are the losses that were accepted while reading: their rows are not in `reading`."""

    source: SourceFile
    recipe: Recipe
    reading: Reading
    dropped: tuple[Loss, ...] = ()


def open_with(content: bytes, *, name: str, encoding: str = "", separator: str = "") -> SourceFile:
    """The opened file; encoding and separator are found when nobody says them. Raises FileRefused."""
    return open_source(content, name=name, encoding=encoding or None, separator=separator or None)


def open_for(content: bytes, *, name: str, recipe: Recipe) -> SourceFile:
    """The file opened as the recipe says. Raises FileRefused."""
    return open_with(content, name=name, encoding=recipe.file.encoding, separator=recipe.file.separator)


def read_file(
    *,
    content: bytes,
    name: str,
    recipe: Recipe,
    accepted: Collection[str] = (),
    progress: Callable[[float], None] | None = None,
) -> FileReading:
    """Read a file; the rows of the problems in `accepted` (keys) are left out. Raises FileRefused."""
    source = open_for(content, name=name, recipe=recipe)
    catalogue = territory_catalogue()
    reading = read_observations(source, recipe, catalogue, progress=progress)
    losses = {problem.key: loss_of_problem(problem) for problem in reading.problems if problem.severity == BLOCKING}
    agreed = [loss for key, loss in losses.items() if key in accepted]
    if agreed:
        drops: Mapping[str, Decision] = {loss.key: Decision(DROP) for loss in agreed}
        reading = read_observations(source, recipe, catalogue, decisions=drops, progress=progress)
    return FileReading(source, recipe, reading, tuple(agreed))

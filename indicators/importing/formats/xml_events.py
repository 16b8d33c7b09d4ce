"""XML read as a stream of events, with every door of its document type definition closed."""

from collections.abc import Callable
from typing import IO
from xml.parsers import expat

from .refusals import refused

CHUNK = 1024**2


class _ForbiddenXml(Exception):
    pass


def read_events(
    stream: IO[bytes],
    *,
    start: Callable[[str, dict[str, str]], None],
    end: Callable[[str], None] | None = None,
    text: Callable[[str], None] | None = None,
) -> None:
    """Calls `start(name, attributes)`, `end(name)` and `text(data)`; names keep their prefix.

    A document type declaration is refused whatever it holds: no workbook needs one, and entities are an attack.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _forbid
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    try:
        while chunk := stream.read(CHUNK):
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except (expat.ExpatError, _ForbiddenXml) as error:
        raise refused("truncated") from error


def _forbid(*_declaration: object) -> None:
    raise _ForbiddenXml

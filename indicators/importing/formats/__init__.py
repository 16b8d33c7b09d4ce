"""Bytes of a file, whatever its format, to tables of text cells.

The content decides, the extension is only a hint. `opening.open_source` is the only entrance.
"""

from .opening import open_source

__all__ = ["open_source"]

"""The canonical text of a combination of categories: what the database keeps, and what rows are compared by."""

import json
from collections.abc import Mapping

TOTAL = "{}"
"""The key of everybody: no category at all."""


def breakdown_key(categories: Mapping[str, str]) -> str:
    """JSON with sorted names and no space: `{"sexe":"Femmes"}`."""
    return json.dumps(dict(categories), ensure_ascii=False, sort_keys=True, separators=(",", ":"))

"""The codes that one country has in several standards: they are among its spellings."""

import re
from collections.abc import Iterable, Iterator

ALPHA_2, ALPHA_3, M49, EUROSTAT = "ISO3166-1 alpha-2", "ISO3166-1 alpha-3", "M49", "Eurostat geo"
_FORMS = ((ALPHA_3, re.compile("[A-Z]{3}")), (ALPHA_2, re.compile("[A-Z]{2}")), (M49, re.compile("[0-9]{1,3}")))


def other_codes(scheme: str, code: str, spellings: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Every (scheme, code) by which files name this territory, besides its own: `FRA`, `250`, `EL` for Greece.

    Unions of Eurostat stand in columns of countries: they answer there too.
    """
    if scheme == EUROSTAT:
        yield ALPHA_2, code
    if scheme != ALPHA_2:
        return
    for text in spellings:
        yield from ((other, text) for other, form in _FORMS if form.fullmatch(text))
        if text.isdigit():
            yield M49, text.zfill(3)

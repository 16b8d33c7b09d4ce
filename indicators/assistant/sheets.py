"""The short sheet of a new indicator, filled in beforehand with what the file says."""

import re
from collections import Counter
from typing import Any

from django.http import QueryDict

from indicators.importing.observations import Reading
from indicators.models import Upload
from indicators.services.new_indicator import MOST_DECIMALS, Sheet, is_own_draft
from indicators.services.upload_reading import UploadReading
from portal.models import User

from .drafts import draft_of
from .forms import SheetForm

PREFIX = "sheet"


def sheet_form(upload: Upload, user: User, found: UploadReading, data: QueryDict | None = None) -> SheetForm | None:
    """None when the file updates an indicator that exists already."""
    if upload.indicator and not is_own_draft(upload.indicator):
        return None
    if data is not None:
        return SheetForm(data, user=user, upload=upload, prefix=PREFIX)
    return SheetForm(user=user, upload=upload, prefix=PREFIX, initial=_kept(upload) or detected(found, upload))


def sheet_of(form: SheetForm, found: UploadReading) -> Sheet:
    """The values of a valid form."""
    return Sheet(**form.cleaned_data, decimals=usual_decimals(found.reading))


def detected(found: UploadReading, upload: Upload) -> dict[str, Any]:
    """The measure or the title of the file, and its unit."""
    inspection = found.inspection
    title = unit = ""
    if inspection:
        unit = inspection.unit
        chosen = {guess.what: guess.value for guess in inspection.guesses}.get("measure", "")
        measures = [one.label for one in inspection.measures if one.key == chosen]
        title = next(iter([*measures, *inspection.facts.titles]), "")
    title = without_unit(title or upload.original_name.rpartition(".")[0], unit)
    return {"title_fr": title[:160], "unit_fr": unit[:60]}


def without_unit(title: str, unit: str) -> str:
    """« Taux de pauvreté, en % » is « Taux de pauvreté » when the unit says « % »."""
    if not unit:
        return title
    told = rf"[\s,(–-]+(?:en\s+)?{re.escape(unit)}\s*\)?\s*$"
    return re.sub(told, "", title, flags=re.IGNORECASE) or title


def usual_decimals(reading: Reading) -> int:
    """The most frequent number of decimals of the values, up to three."""
    values = reading.table["value"].dropna().head(2_000)
    counts = Counter(len(str(value).partition(".")[2].rstrip("0")) for value in values)
    usual = counts.most_common(1)[0][0] if counts else 1
    return min(usual, MOST_DECIMALS)


def _kept(upload: Upload) -> dict[str, Any]:
    """What was typed before and kept with the draft."""
    kept = {name.removeprefix(f"{PREFIX}-"): values for name, values in draft_of(upload).sheet.items()}
    return {name: values if name == "goals" else (values[0] if values else "") for name, values in kept.items()}

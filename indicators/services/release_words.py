"""What people write beside the figures of a release."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReleaseWords:
    """Fields of `Release`: `message` is for the reviewer; the notes, and that an error is corrected, are public."""

    message: str = ""
    note_fr: str = ""
    note_en: str = ""
    is_correction: bool = False


NO_WORDS = ReleaseWords()

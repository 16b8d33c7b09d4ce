"""How far an import is, kept on the upload so that any page may show it, without writing more than twice a second."""

import time
from collections.abc import Callable

from indicators.models import Upload

Progress = Callable[[int], None]
LEAST_INTERVAL = 0.5


class ProgressKeeper:
    """Tells a callback and the upload; both get whole percents, from 0 to 100."""

    def __init__(self, upload: Upload | None, progress: Progress | None, first: int = 0, last: int = 99) -> None:
        self.upload, self.progress = upload, progress
        self.first, self.last = first, last
        self.told = -1
        self.written_at = 0.0

    def share(self, share: float) -> None:
        """This share of the present step is done, from 0 to 1."""
        self.tell(self.first + int(share * (self.last - self.first)))

    def finish(self) -> None:
        """All is done."""
        self.tell(100, keep=True)

    def tell(self, percent: int, *, keep: bool = False) -> None:
        """Pass it on when it changed; the upload is written at most every half second."""
        if percent == self.told:
            return
        self.told = percent
        if self.progress:
            self.progress(percent)
        now = time.monotonic()
        if self.upload and (keep or now - self.written_at >= LEAST_INTERVAL):
            self.written_at = now
            Upload.objects.filter(pk=self.upload.pk).update(progress=percent)

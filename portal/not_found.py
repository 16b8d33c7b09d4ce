"""Saying why something is not found, and where to go instead."""

from django.http import Http404

from portal.slots import Link


class NotHere(Http404):
    """A 404 that explains itself: its sentence, its links and its heading are shown to the visitor."""

    def __init__(self, sentence: str, *links: Link, heading: str = "") -> None:
        super().__init__(sentence)
        self.sentence, self.links, self.heading = sentence, links, heading

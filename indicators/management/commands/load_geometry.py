"""`manage.py load_geometry FILE.geojson --scheme SCHEME --code-property P`: the outlines of territories, for maps."""

from typing import Any

from django.core.management.base import CommandParser
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from indicators.geometry import GeometryRefused, read_features
from indicators.geometry.drawing import TOLERANCE
from indicators.management.terminal import FileCommand
from indicators.services.geometry import LoadedGeometry, geometry_load
from portal.formatting import format_number

MOST_NAMED = 20


class Command(FileCommand):
    """Replaces the outlines of a scheme; nothing is stored when the file is refused."""

    help = "Load the outlines of the territories of a scheme from a GeoJSON file, simplified for the web."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file")
        parser.add_argument("--scheme", required=True, help="scheme of the codes, for example: COG commune")
        parser.add_argument("--code-property", required=True, metavar="NAME", help="property that holds the code")
        parser.add_argument(
            "--tolerance",
            type=float,
            default=TOLERANCE,
            metavar="THOUSANDTHS",
            help="detail left out, in thousandths of the longer side of the drawing",
        )

    def handle(self, *args: Any, file: str, scheme: str, code_property: str, tolerance: float, **options: Any) -> None:
        self.begin(as_json=False)
        if tolerance <= 0:
            self.fail(_("La tolérance est un nombre positif."))
        try:
            features = read_features(self.content_of(file), code_property)
            loaded = geometry_load(features=features, scheme=scheme, tolerance=tolerance)
        except GeometryRefused as refusal:
            self.fail(refusal)
        if features.mended:
            self.stdout.write(_("Contours réparés\u00a0: %(names)s.") % {"names": named(features.mended)})
        self.report(loaded)

    def report(self, loaded: LoadedGeometry) -> None:
        """What was stored, how heavy it is, and what was left out."""
        drawing = loaded.drawing
        count = len(drawing.outlines)
        words = {"count": count, "size": format_number(drawing.characters), "tolerance": f"{drawing.tolerance:g}"}
        sentence = ngettext(
            "%(count)d contour chargé, %(size)s caractères, tolérance %(tolerance)s ‰.",
            "%(count)d contours chargés, %(size)s caractères, tolérance %(tolerance)s ‰.",
            count,
        )
        self.stdout.write(sentence % words)
        if loaded.unknown:
            words = {"codes": named(loaded.unknown)}
            self.stdout.write(_("Codes que le catalogue ne connaît pas, laissés de côté\u00a0: %(codes)s.") % words)
        if loaded.without:
            self.stdout.write(_("Territoires sans contour\u00a0: %(names)s.") % {"names": named(loaded.without)})


def named(texts: Any) -> str:
    """The first ones, and how many more there are."""
    rest = len(texts) - MOST_NAMED
    more = [ngettext("%(count)d autre", "%(count)d autres", rest) % {"count": rest}] if rest > 0 else []
    return ", ".join([*texts[:MOST_NAMED], *more])

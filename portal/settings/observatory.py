"""What makes this installation the observatory of this territory, until the platform team says it on screen."""

from .environment import text

_NAME, _NAME_EN = "Observatoire RSE–ODD", "CSR–SDG Observatory"

SITE_NAME = text("SITE_NAME", _NAME)
SITE_NAME_EN = text("SITE_NAME_EN", _NAME_EN if SITE_NAME == _NAME else SITE_NAME)
TERRITORY_NAME = text("TERRITORY_NAME", "Nantes Métropole")
SAMPLES_DIR = text("SAMPLES_DIR")

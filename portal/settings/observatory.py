"""What makes this installation the observatory of this territory."""

from .environment import text

SITE_NAME = text("SITE_NAME", "Observatoire RSE–ODD")
TERRITORY_NAME = text("TERRITORY_NAME", "Nantes Métropole")
SAMPLES_DIR = text("SAMPLES_DIR")

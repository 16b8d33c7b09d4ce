"""The outline of a territory, simplified and drawn once at load, so that a page only copies it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .territory import Territory


class TerritoryGeometry(models.Model):
    """`path` is SVG path data in the frame of its scheme: whole numbers, y downwards, origin at the north-west corner
    of everything loaded for that scheme. All geometries of a scheme come from one file and one projection.

    `manage.py load_geometry` writes it; see docs/geometry.md.
    """

    territory = models.OneToOneField(
        Territory, models.CASCADE, verbose_name=_("territoire"), related_name="geometry", primary_key=True
    )
    path = models.TextField(_("tracé"))
    left = models.IntegerField(_("gauche"))
    top = models.IntegerField(_("haut"))
    right = models.IntegerField(_("droite"))
    bottom = models.IntegerField(_("bas"))

    class Meta:
        verbose_name = _("contour")
        verbose_name_plural = _("contours")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(left__lte=models.F("right"), top__lte=models.F("bottom")),
                name="geometry_bounds_in_order",
            )
        ]

    def __str__(self) -> str:
        return str(self.territory)

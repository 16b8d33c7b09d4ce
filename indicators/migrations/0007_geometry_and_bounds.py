"""Outlines of territories; confidence intervals of observations."""

import django.db.models.deletion
import django.db.models.functions.comparison
import django.db.models.lookups
import portal.decimals
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("indicators", "0006_sheet_commentary"),
    ]

    operations = [
        migrations.CreateModel(
            name="TerritoryGeometry",
            fields=[
                (
                    "territory",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="geometry",
                        serialize=False,
                        to="indicators.territory",
                        verbose_name="territoire",
                    ),
                ),
                ("path", models.TextField(verbose_name="tracé")),
                ("left", models.IntegerField(verbose_name="gauche")),
                ("top", models.IntegerField(verbose_name="haut")),
                ("right", models.IntegerField(verbose_name="droite")),
                ("bottom", models.IntegerField(verbose_name="bas")),
            ],
            options={
                "verbose_name": "contour",
                "verbose_name_plural": "contours",
            },
        ),
        migrations.AddField(
            model_name="observation",
            name="lower",
            field=portal.decimals.ExactDecimalField(null=True, verbose_name="borne basse"),
        ),
        migrations.AddField(
            model_name="observation",
            name="upper",
            field=portal.decimals.ExactDecimalField(null=True, verbose_name="borne haute"),
        ),
        migrations.AddConstraint(
            model_name="observation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("lower__isnull", True), ("upper__isnull", True)),
                    models.Q(
                        django.db.models.lookups.LessThanOrEqual(
                            django.db.models.functions.comparison.Cast(
                                "lower", models.DecimalField(decimal_places=20, max_digits=60)
                            ),
                            django.db.models.functions.comparison.Cast(
                                "value", models.DecimalField(decimal_places=20, max_digits=60)
                            ),
                        ),
                        django.db.models.lookups.LessThanOrEqual(
                            django.db.models.functions.comparison.Cast(
                                "value", models.DecimalField(decimal_places=20, max_digits=60)
                            ),
                            django.db.models.functions.comparison.Cast(
                                "upper", models.DecimalField(decimal_places=20, max_digits=60)
                            ),
                        ),
                    ),
                    _connector="OR",
                ),
                name="observation_value_within_bounds",
            ),
        ),
        migrations.AddConstraint(
            model_name="territorygeometry",
            constraint=models.CheckConstraint(
                condition=models.Q(("left__lte", models.F("right")), ("top__lte", models.F("bottom"))),
                name="geometry_bounds_in_order",
            ),
        ),
    ]

"""Commentary, notice, related indicators, and the kind of the value on the sheet of an indicator."""

import modelcluster.fields
from django.db import migrations, models

from indicators.units import kind_of_unit


def fill_kind(apps, schema_editor):
    """Sheets of before: what their unit suggests, which a person may correct."""
    Indicator = apps.get_model("indicators", "Indicator")
    for indicator in Indicator.objects.only("pk", "unit_fr"):
        Indicator.objects.filter(pk=indicator.pk).update(kind=kind_of_unit(indicator.unit_fr))


class Migration(migrations.Migration):
    dependencies = [
        ("indicators", "0005_redistributable_source"),
    ]

    operations = [
        migrations.AddField(
            model_name="indicator",
            name="commentary_author",
            field=models.CharField(blank=True, max_length=120, verbose_name="auteur du commentaire"),
        ),
        migrations.AddField(
            model_name="indicator",
            name="commentary_date",
            field=models.DateField(blank=True, null=True, verbose_name="date du commentaire"),
        ),
        migrations.AddField(
            model_name="indicator",
            name="commentary_en",
            field=models.TextField(blank=True, verbose_name="commentaire en anglais"),
        ),
        migrations.AddField(
            model_name="indicator",
            name="commentary_fr",
            field=models.TextField(
                blank=True,
                help_text="Ce que disent les chiffres : chaque phrase nomme son chiffre et sa période.",
                verbose_name="commentaire en français",
            ),
        ),
        migrations.AddField(
            model_name="indicator",
            name="kind",
            field=models.CharField(
                choices=[
                    ("rate", "taux, part ou moyenne"),
                    ("amount", "quantité, qui grandit avec le territoire"),
                    ("index", "indice ou rapport"),
                ],
                default="rate",
                help_text="Une quantité n’est ni comparée ni classée : elle dépend surtout de la taille du territoire.",
                max_length=10,
                verbose_name="nature de la valeur",
            ),
        ),
        migrations.AddField(
            model_name="indicator",
            name="notice_en",
            field=models.CharField(blank=True, max_length=400, verbose_name="avis en anglais"),
        ),
        migrations.AddField(
            model_name="indicator",
            name="notice_fr",
            field=models.CharField(
                blank=True,
                help_text="Paraît en haut de la page, avant les chiffres.",
                max_length=400,
                verbose_name="avis en français",
            ),
        ),
        migrations.AddField(
            model_name="indicator",
            name="notice_kind",
            field=models.CharField(
                choices=[("information", "information"), ("warning", "précaution"), ("correction", "correction")],
                default="information",
                max_length=12,
                verbose_name="nature de l’avis",
            ),
        ),
        migrations.AddField(
            model_name="indicator",
            name="related",
            field=modelcluster.fields.ParentalManyToManyField(
                blank=True,
                help_text="Montrés en premier sous « Indicateurs proches », avec ceux qui servent les mêmes objectifs.",
                related_name="+",
                to="indicators.indicator",
                verbose_name="indicateurs proches",
            ),
        ),
        migrations.RunPython(fill_kind, migrations.RunPython.noop),
    ]

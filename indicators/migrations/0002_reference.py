from django.db import migrations

from indicators.reference.loading import load_reference


def load(apps, schema_editor):
    load_reference(lambda name: apps.get_model("indicators", name))


class Migration(migrations.Migration):
    """The catalogue of goals, targets, priority issues and territories."""

    dependencies = [("indicators", "0001_initial")]
    operations = [migrations.RunPython(load, migrations.RunPython.noop)]

from django.db import migrations

from indicators.roles import set_up_roles


def add_glossary(apps, schema_editor):
    set_up_roles(apps.get_model)


class Migration(migrations.Migration):
    """The editors write the glossary; a second person of the team reads it before it is public."""

    dependencies = [
        ("indicators", "0007_geometry_and_bounds"),
        ("portal", "0005_glossary_and_link_checks"),
    ]
    operations = [migrations.RunPython(add_glossary, migrations.RunPython.noop)]

from django.db import migrations

from indicators.roles import set_up_roles


def give_rights(apps, schema_editor):
    set_up_roles(apps.get_model)


class Migration(migrations.Migration):
    """Who prepares bundles, and who composes the teams that read them beforehand."""

    dependencies = [("home", "0010_starter_texts"), ("portal", "0007_bundles")]
    operations = [migrations.RunPython(give_rights, migrations.RunPython.noop)]

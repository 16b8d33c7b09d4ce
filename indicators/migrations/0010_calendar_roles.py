from django.db import migrations

from indicators.roles import set_up_roles


def make_roles(apps, schema_editor):
    set_up_roles(apps.get_model)


class Migration(migrations.Migration):
    """The rights on the release calendar and on the reasons of what is not followed."""

    dependencies = [("indicators", "0009_release_calendar"), ("portal", "0003_page_review")]
    operations = [migrations.RunPython(make_roles, migrations.RunPython.noop)]

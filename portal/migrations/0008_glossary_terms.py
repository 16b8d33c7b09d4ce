from django.db import migrations

from portal.reference.glossary import load_glossary


def add_terms(apps, schema_editor):
    load_glossary(apps.get_model("portal", "Term"))


class Migration(migrations.Migration):
    """The words of the site, explained from the first start."""

    dependencies = [("portal", "0007_bundles")]
    operations = [migrations.RunPython(add_terms, migrations.RunPython.noop)]

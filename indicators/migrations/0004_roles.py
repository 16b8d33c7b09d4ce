from django.db import migrations

from indicators.roles import set_up_roles


def make_roles(apps, schema_editor):
    set_up_roles(apps.get_model)


class Migration(migrations.Migration):
    """Groups of the four roles, and the workflow that releases and sheets of indicators go through."""

    dependencies = [
        ("indicators", "0003_figure_log"),
        ("portal", "0002_four_eyes"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("wagtailcore", "0098_apitoken"),
        ("wagtailadmin", "0006_formstate"),
        ("wagtailimages", "0027_image_description"),
        ("wagtaildocs", "0014_alter_document_file_size"),
    ]
    operations = [migrations.RunPython(make_roles, migrations.RunPython.noop)]

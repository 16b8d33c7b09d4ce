from django.db import migrations
from django.db.models import JSONField, Value

from home.starter.content import starter_fields, starter_pages
from portal.starter_pages import add_page


def create_pages(apps, schema_editor):
    """The pages of text of a new site, in both languages; a page that somebody wrote at that address is kept."""
    StandardPage, Page = apps.get_model("home", "StandardPage"), apps.get_model("wagtailcore", "Page")
    for content in starter_pages():
        original = None
        for language in ("fr", "en"):
            home = apps.get_model("home", "HomePage").objects.filter(slug=language).first()
            if home is None:
                continue
            if Page.objects.filter(path__startswith=home.path, depth=home.depth + 1, slug=content.slug).exists():
                continue
            fields = starter_fields(content, language)
            body = Value(fields.pop("body"), output_field=JSONField())
            page = add_page(apps, "home.StandardPage", home, slug=content.slug, original=original, **fields)
            StandardPage.objects.filter(pk=page.pk).update(body=body)
            original = original or page


def remove_pages(apps, schema_editor):
    """Those that nobody has written since."""
    slugs = [content.slug for content in starter_pages()]
    Page = apps.get_model("wagtailcore", "Page")
    for page in apps.get_model("home", "StandardPage").objects.filter(slug__in=slugs, live_revision=None):
        for parent in Page.objects.filter(path=page.path[:-4]):
            parent.numchild -= 1
            parent.save(update_fields=["numchild"])
        page.delete()


class Migration(migrations.Migration):
    """Pages of text that a site must have, live from the first start."""

    dependencies = [("home", "0009_standard_page_layout"), ("portal", "0006_legal_identity")]
    operations = [migrations.RunPython(create_pages, remove_pages)]

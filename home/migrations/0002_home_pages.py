from django.conf import settings
from django.db import migrations

TEXTS = {
    "fr": (
        "Accueil",
        "Où en est le territoire, chiffres à l’appui",
        "Les 17 objectifs de développement durable, lus dans les chiffres publics.",
    ),
    "en": (
        "Home",
        "Where the territory stands, by the figures",
        "The 17 Sustainable Development Goals, read in public figures.",
    ),
}


def create_home_pages(apps, schema_editor):
    """One home page per language below the root, French being the root of the site; Wagtail's welcome page goes."""
    ContentType = apps.get_model("contenttypes", "ContentType")
    Page, Site, Locale = (apps.get_model("wagtailcore", name) for name in ("Page", "Site", "Locale"))
    HomePage = apps.get_model("home", "HomePage")
    Page.objects.filter(slug="home", depth=2).delete()
    content_type, _ = ContentType.objects.get_or_create(app_label="home", model="homepage")
    root = Page.objects.get(depth=1)
    pages = {}
    for position, (language, (title, headline, introduction)) in enumerate(TEXTS.items(), start=1):
        locale, _ = Locale.objects.get_or_create(language_code=language)
        pages[language] = HomePage.objects.create(
            title=title,
            draft_title=title,
            slug=language,
            headline=headline,
            introduction=introduction,
            content_type=content_type,
            locale=locale,
            url_path=f"/{language}/",
            depth=2,
            path=f"{root.path}{position:04d}",
            numchild=0,
            translation_key=pages["fr"].translation_key
            if pages
            else HomePage._meta.get_field("translation_key").get_default(),
        )
    root.numchild = len(pages)
    root.save(update_fields=["numchild"])
    Site.objects.all().delete()
    Site.objects.create(
        hostname="localhost", port=80, root_page_id=pages["fr"].pk, is_default_site=True, site_name=settings.SITE_NAME
    )


def remove_home_pages(apps, schema_editor):
    apps.get_model("wagtailcore", "Site").objects.all().delete()
    apps.get_model("home", "HomePage").objects.all().delete()


class Migration(migrations.Migration):
    """A site that answers from the first start."""

    dependencies = [("home", "0001_initial"), ("indicators", "0002_reference")]
    operations = [migrations.RunPython(create_home_pages, remove_home_pages)]

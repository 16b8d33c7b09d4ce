from django.db import migrations

from indicators.roles import set_up_roles
from portal.starter_pages import add_page, remove_pages

TITLES = {
    "fr": ("Les 17 objectifs de développement durable", "Articles et ressources"),
    "en": ("The 17 Sustainable Development Goals", "Articles and resources"),
}


def create_pages(apps, schema_editor):
    """The page of each goal and the index of articles, in both languages; and the review that every page goes through."""
    set_up_roles(apps.get_model)
    originals = {}
    for language, (goals_title, articles_title) in TITLES.items():
        home = apps.get_model("home", "HomePage").objects.get(slug=language)
        index = add_page(
            apps, "sdg_pages.SdgIndexPage", home, slug="odd", title=goals_title, original=originals.get("odd")
        )
        originals.setdefault("odd", index)
        for goal in apps.get_model("indicators", "Goal").objects.order_by("number"):
            page = add_page(
                apps,
                "sdg_pages.SdgPage",
                index,
                slug=str(goal.number),
                title=getattr(goal, f"name_{language}"),
                original=originals.get(goal.number),
                goal=goal,
            )
            originals.setdefault(goal.number, page)
        articles = add_page(
            apps,
            "sdg_pages.ArticleIndexPage",
            home,
            slug="articles",
            title=articles_title,
            original=originals.get("articles"),
        )
        originals.setdefault("articles", articles)


def remove_all(apps, schema_editor):
    remove_pages(apps, "sdg_pages.SdgPage", "sdg_pages.SdgIndexPage", "sdg_pages.ArticleIndexPage")


class Migration(migrations.Migration):
    """Pages that answer from the first start."""

    dependencies = [
        ("home", "0003_standard_page"),
        ("sdg_pages", "0001_initial"),
        ("portal", "0003_page_review"),
        ("indicators", "0004_roles"),
    ]
    operations = [migrations.RunPython(create_pages, remove_all)]

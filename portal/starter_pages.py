"""Pages made by migrations, so that a new site is never blank. Historical models have no tree methods of their own."""

from typing import Any


def add_page(apps: Any, label: str, parent: Any, *, slug: str, title: str, original: Any = None, **fields: Any) -> Any:
    """Add a live page of the model `label` (`sdg_pages.SdgPage`) below `parent`, as a translation of `original`."""
    application, name = label.split(".")
    content_type, _created = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label=application, model=name.lower()
    )
    model = apps.get_model(application, name)
    parent.numchild += 1
    parent.save(update_fields=["numchild"])
    return model.objects.create(
        title=title,
        draft_title=title,
        slug=slug,
        content_type=content_type,
        locale_id=parent.locale_id,
        url_path=f"{parent.url_path}{slug}/",
        depth=parent.depth + 1,
        path=_free_path(apps, parent),
        translation_key=original.translation_key
        if original
        else model._meta.get_field("translation_key").get_default(),
        **fields,
    )


def _free_path(apps: Any, parent: Any) -> str:
    """A place below `parent` that no page has: some may have been removed, so that counting them is not enough."""
    pages = apps.get_model("wagtailcore", "Page").objects.filter(path__startswith=parent.path, depth=parent.depth + 1)
    taken = set(pages.values_list("path", flat=True))
    number = parent.numchild
    while (path := f"{parent.path}{number:04d}") in taken:
        number += 1
    return path


def remove_pages(apps: Any, *labels: str) -> None:
    """Take away every page of these models; their parents have no child of another kind in a starter tree."""
    for label in labels:
        model = apps.get_model(*label.split("."))
        for page in model.objects.all():
            parents = apps.get_model("wagtailcore", "Page").objects.filter(path=page.path[:-4])
            for parent in parents:
                parent.numchild -= 1
                parent.save(update_fields=["numchild"])
            page.delete()

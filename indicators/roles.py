"""The roles of the product, as groups of rights, and the workflow that every release and sheet goes through.

Written for migrations too: `get_model` gives historical or running models. Safe to repeat: it adds what is missing.
"""

from collections.abc import Callable, Iterable
from typing import Any

EDITORS, DATA, REVIEWERS, PLATFORM = "Rédaction", "Données", "Relecture", "Plateforme"
WORKFLOW, TASK = "Relecture des chiffres", "Relecture par une autre personne"
PAGE_WORKFLOW, PAGE_TASK = "Relecture des pages", "Relecture d’une page par une autre personne"

GetModel = Callable[[str, str], Any]

FIGURES = "indicators"
CATALOGUE = (
    "source",
    "territory",
    "territoryspelling",
    "peergroup",
    "goal",
    "target",
    "priorityissue",
    "plannedrelease",
    "coveragegap",
    "issuegoallink",
)
READ_FIGURES = tuple(f"view_{name}" for name in ("indicator", "release", "upload", "storedrecipe", "observation"))
READ_CATALOGUE = tuple(f"view_{name}" for name in CATALOGUE)
WRITE_CATALOGUE = (
    *(
        f"{action}_{name}"
        for name in ("source", "territory", "territoryspelling", "peergroup", "coveragegap", "issuegoallink")
        for action in ("add", "change")
    ),
    "delete_coveragegap",
    "delete_issuegoallink",
)
WRITE_FIGURES = (
    "add_indicator",
    "change_indicator",
    "add_release",
    "add_upload",
    "change_upload",
    "add_storedrecipe",
    "change_storedrecipe",
    "add_plannedrelease",
    "change_plannedrelease",
)

WRITE_GLOSSARY = ("add_term", "change_term", "view_term")

PREPARE_BUNDLES = ("add_bundle", "change_bundle", "view_bundle")

RIGHTS: dict[str, dict[str, Iterable[str]]] = {
    EDITORS: {FIGURES: ["view_indicator"], "portal": ["review_pages", *WRITE_GLOSSARY, *PREPARE_BUNDLES]},
    DATA: {FIGURES: READ_FIGURES + READ_CATALOGUE + WRITE_FIGURES},
    REVIEWERS: {
        FIGURES: READ_FIGURES + READ_CATALOGUE,
        "portal": ["review_figures", "review_pages", "view_term", *PREPARE_BUNDLES],
    },
    PLATFORM: {
        FIGURES: READ_FIGURES + READ_CATALOGUE + WRITE_FIGURES + WRITE_CATALOGUE,
        "portal": [
            "review_figures",
            "review_pages",
            *PREPARE_BUNDLES,
            "add_previewteam",
            "change_previewteam",
            "view_previewteam",
            "act_for_all_departments",
            "add_department",
            "change_department",
            "view_department",
            "add_user",
            "change_user",
            "view_user",
            "change_sitesettings",
        ],
    },
}
"""Rights of each group, by application. Nobody holds a right to publish or to delete figures: the review publishes."""

PAGE_RIGHTS = {
    EDITORS: ("add_page", "change_page"),
    REVIEWERS: ("change_page",),
    PLATFORM: ("add_page", "change_page", "publish_page", "bulk_delete_page", "lock_page", "unlock_page"),
}
FILE_RIGHTS = {
    "wagtailimages": ("add_image", "change_image", "choose_image"),
    "wagtaildocs": ("add_document", "change_document", "choose_document"),
}


def set_up_roles(get_model: GetModel) -> None:
    """Makes the four groups with their rights, and the workflow of figures."""
    groups = {name: set_up_group(get_model, name) for name in RIGHTS}
    set_up_workflow(get_model, [groups[REVIEWERS], groups[PLATFORM]])
    set_up_page_workflow(get_model, [groups[EDITORS], groups[REVIEWERS], groups[PLATFORM]])
    retire_default_groups(get_model)


def set_up_group(get_model: GetModel, name: str) -> Any:
    """One group with all its rights."""
    group, _created = get_model("auth", "Group").objects.get_or_create(name=name)
    group.permissions.add(permission(get_model, "wagtailadmin", "access_admin"))
    for application, codenames in RIGHTS[name].items():
        group.permissions.add(*[permission(get_model, application, codename) for codename in codenames])
    add_page_rights(get_model, group)
    return group


def add_page_rights(get_model: GetModel, group: Any) -> None:
    """Pages below the root, and files of the root collection, for those who write pages."""
    if group.name not in PAGE_RIGHTS:
        return
    root = get_model("wagtailcore", "Page").objects.get(depth=1)
    for codename in PAGE_RIGHTS[group.name]:
        right = permission(get_model, "wagtailcore", codename, model="page")
        get_model("wagtailcore", "GroupPagePermission").objects.get_or_create(group=group, page=root, permission=right)
    collection = get_model("wagtailcore", "Collection").objects.get(depth=1)
    for application, codenames in FILE_RIGHTS.items():
        for codename in codenames:
            right = permission(get_model, application, codename)
            get_model("wagtailcore", "GroupCollectionPermission").objects.get_or_create(
                group=group, collection=collection, permission=right
            )


def permission(get_model: GetModel, application: str, codename: str, model: str = "") -> Any:
    """The right of that name, made when the one that makes rights (after all migrations) has not run yet."""
    name = model or MODEL_OF_RIGHT.get(codename) or codename.split("_", 1)[1]
    content_type, _created = get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label=application, model=name
    )
    right, _created = get_model("auth", "Permission").objects.get_or_create(
        content_type=content_type, codename=codename, defaults={"name": codename.replace("_", " ").capitalize()}
    )
    return right


MODEL_OF_RIGHT = {
    "access_admin": "admin",
    "review_figures": "department",
    "review_pages": "department",
    "act_for_all_departments": "department",
}


def set_up_workflow(get_model: GetModel, groups: list[Any]) -> None:
    """One reading by a reviewer or the platform team, for releases and for sheets."""
    content_types = get_model("contenttypes", "ContentType").objects
    FourEyesTask = get_model("portal", "FourEyesTask")
    task_type, _created = content_types.get_or_create(app_label="portal", model="foureyestask")
    task, _created = FourEyesTask.objects.get_or_create(name=TASK, defaults={"content_type_id": task_type.pk})
    task.groups.add(*groups)
    workflow, _created = get_model("wagtailcore", "Workflow").objects.get_or_create(name=WORKFLOW)
    get_model("wagtailcore", "WorkflowTask").objects.get_or_create(
        workflow_id=workflow.pk, task_id=task.pk, defaults={"sort_order": 0}
    )
    for model in ("indicator", "release"):
        content_type, _created = content_types.get_or_create(app_label=FIGURES, model=model)
        get_model("wagtailcore", "WorkflowContentType").objects.get_or_create(
            content_type_id=content_type.pk, defaults={"workflow_id": workflow.pk}
        )


def set_up_page_workflow(get_model: GetModel, groups: list[Any]) -> None:
    """One reading of every page and term by another member of the team, instead of Wagtail's own workflow of pages."""
    FourEyesTask, Workflow = get_model("portal", "FourEyesTask"), get_model("wagtailcore", "Workflow")
    task_type, _created = get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="portal", model="foureyestask"
    )
    task, _created = FourEyesTask.objects.get_or_create(name=PAGE_TASK, defaults={"content_type_id": task_type.pk})
    task.groups.add(*groups)
    workflow, _created = Workflow.objects.get_or_create(name=PAGE_WORKFLOW)
    get_model("wagtailcore", "WorkflowTask").objects.get_or_create(
        workflow_id=workflow.pk, task_id=task.pk, defaults={"sort_order": 0}
    )
    root = get_model("wagtailcore", "Page").objects.get(depth=1)
    get_model("wagtailcore", "WorkflowPage").objects.update_or_create(
        page_id=root.pk, defaults={"workflow_id": workflow.pk}
    )
    term, _created = get_model("contenttypes", "ContentType").objects.get_or_create(app_label="portal", model="term")
    get_model("wagtailcore", "WorkflowContentType").objects.get_or_create(
        content_type_id=term.pk, defaults={"workflow_id": workflow.pk}
    )
    get_model("wagtailcore", "Workflow").objects.filter(name="Moderators approval").update(active=False)


def retire_default_groups(get_model: GetModel) -> None:
    """Wagtail ships « Editors » and « Moderators »: our roles take their place."""
    get_model("auth", "Group").objects.filter(name__in=["Editors", "Moderators"]).delete()

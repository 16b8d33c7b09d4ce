"""Who may see and do what with figures: the rights of the groups, within the departments of the person.

A data officer sees their departments; a reviewer too, or all of them when none is set; the platform team all of them;
an editor only what is public, to show it in pages.
"""

from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser
from django.db.models import Model, QuerySet
from wagtail.permissions import policy_registry

from indicators.models import Indicator, Release, StoredRecipe, Upload
from portal.models import Department, User

ALL_DEPARTMENTS = "portal.act_for_all_departments"
REVIEW = "portal.review_figures"
DATA_RIGHTS = ("indicators.change_indicator", "indicators.add_release")


@dataclass(frozen=True, slots=True)
class Scope:
    """Which departments a person acts for."""

    everything: bool = False
    departments: frozenset[int] = frozenset()
    public: bool = False


def scope_of(user: User | AnonymousUser) -> Scope:
    """The departments of this person (one query for each request)."""
    if not hasattr(user, "_scope_of_figures"):
        user._scope_of_figures = _find_scope(user)  # type: ignore[union-attr]
    return user._scope_of_figures  # type: ignore[union-attr]


def _find_scope(user: User | AnonymousUser) -> Scope:
    if isinstance(user, AnonymousUser) or not user.is_active:
        return Scope()
    if user.has_perm(ALL_DEPARTMENTS):
        return Scope(everything=True)
    departments = frozenset(user.departments.values_list("pk", flat=True))
    if departments:
        return Scope(departments=departments)
    if user.has_perm(REVIEW):
        return Scope(everything=True)
    return Scope(public=not any(user.has_perm(right) for right in DATA_RIGHTS))


def visible(model: type[Model], user: User | AnonymousUser) -> QuerySet:
    """The rows of a model of figures that this person may see."""
    return policy_registry.get_by_type(model).instances_user_has_permission_for(user, "view")


def visible_indicators(user: User | AnonymousUser) -> QuerySet[Indicator]:
    """The indicators that this person may see in the admin."""
    return visible(Indicator, user)


def visible_releases(user: User | AnonymousUser) -> QuerySet[Release]:
    """The releases that this person may see in the admin."""
    return visible(Release, user)


def visible_uploads(user: User | AnonymousUser) -> QuerySet[Upload]:
    """The files that this person may see and download."""
    return visible(Upload, user)


def visible_recipes(user: User | AnonymousUser) -> QuerySet[StoredRecipe]:
    """The recipes that this person may see and apply."""
    return visible(StoredRecipe, user)


def importable_indicators(user: User | AnonymousUser) -> QuerySet[Indicator]:
    """The indicators whose figures this person may import and submit."""
    return policy_registry.get_by_type(Indicator).instances_user_has_permission_for(user, "import")


def departments_of(user: User | AnonymousUser) -> QuerySet[Department]:
    """The departments in whose name this person may write the sheet of an indicator."""
    scope = scope_of(user)
    return Department.objects.all() if scope.everything else Department.objects.filter(pk__in=scope.departments)


def may(user: User | AnonymousUser, action: str, subject: Model) -> bool:
    """May this person do `action` (view, change, import, review, withdraw) with this row?"""
    return policy_registry.get(subject).user_has_permission_for_instance(user, action, subject)

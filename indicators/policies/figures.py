"""Rights per row: Wagtail's own stop at the model, so every row is also held against the departments of the person."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Model, Q, QuerySet
from wagtail.permission_policies import ModelPermissionPolicy

from indicators.models import Indicator, Source
from indicators.permissions import REVIEW, scope_of


class FigurePolicy(ModelPermissionPolicy):
    """A right of a group, within the departments of the person; `closed` actions are open to nobody at all."""

    closed: frozenset[str] = frozenset({"publish"})
    rights: dict[str, str] = {"review": REVIEW, "withdraw": REVIEW, "import": "indicators.add_release"}

    def user_has_permission(self, user: Any, action: str) -> bool:
        if action in self.closed or not user.is_active:
            return False
        return user.has_perm(self.rights.get(action) or self._get_permission_name(action))

    def user_has_permission_for_instance(self, user: Any, action: str, instance: Model) -> bool:
        return self.user_has_permission(user, action) and self.holds(user, instance)

    def user_has_any_permission_for_instance(self, user: Any, actions: Iterable[str], instance: Model) -> bool:
        return self.user_has_any_permission(user, actions) and self.holds(user, instance)

    def holds(self, user: Any, instance: Model) -> bool:
        """Does the row stand within the departments of the person?"""
        if scope_of(user).everything:
            return True
        return self.within(user).filter(pk=instance.pk).exists()

    def instances_user_has_any_permission_for(self, user: Any, actions: Iterable[str]) -> QuerySet:
        if self.user_has_any_permission(user, actions):
            return self.within(user)
        return self.model._default_manager.none()

    def within(self, user: Any) -> QuerySet:
        """The rows that stand within the departments of the person."""
        scope, rows = scope_of(user), self.model._default_manager.all()
        if scope.everything:
            return rows
        return rows.filter(self.condition(user, scope.departments))

    def condition(self, user: Any, departments: frozenset[int]) -> Q:
        """What a row within these departments fulfils."""
        raise NotImplementedError


class IndicatorPolicy(FigurePolicy):
    """Sheets are written by their department, published by a review, and never deleted."""

    closed = frozenset({"publish", "delete", "lock", "unlock"})

    def within(self, user: Any) -> QuerySet:
        if scope_of(user).public:
            return Indicator.objects.published()
        return super().within(user)

    def condition(self, user: Any, departments: frozenset[int]) -> Q:
        return Q(department__in=departments)


class ReleasePolicy(FigurePolicy):
    """Releases are made by the import and decided on at the review screen: no form changes or deletes one."""

    closed = frozenset({"publish", "add", "change", "delete", "lock", "unlock"})

    def condition(self, user: Any, departments: frozenset[int]) -> Q:
        return Q(indicator__department__in=departments)


class UploadPolicy(FigurePolicy):
    """Files are kept as received; one that is not yet tied to an indicator belongs to whoever brought it."""

    closed = frozenset({"publish", "delete"})

    def condition(self, user: Any, departments: frozenset[int]) -> Q:
        return Q(indicator__department__in=departments) | Q(indicator=None, uploaded_by=user.pk)


class CalendarPolicy(FigurePolicy):
    """A planned publication belongs to those who answer for the indicator, or for the source; it is never deleted."""

    closed = frozenset({"publish", "delete"})

    def condition(self, user: Any, departments: frozenset[int]) -> Q:
        used = Q(indicators__department__in=departments) | Q(contact_department__in=departments)
        sources = Source.objects.filter(used).values("pk")
        return Q(indicator__department__in=departments) | Q(source__in=sources)


class RecipePolicy(FigurePolicy):
    """A recipe belongs to its indicator, else to those who use its source."""

    def condition(self, user: Any, departments: frozenset[int]) -> Q:
        used = Q(indicators__department__in=departments) | Q(contact_department__in=departments)
        sources = Source.objects.filter(used).values("pk")
        return Q(indicator__department__in=departments) | Q(indicator=None, source__in=sources)

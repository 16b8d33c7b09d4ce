"""The permission policies of the figures, in Wagtail's registry: its screens, choosers and reports all ask them."""

from wagtail.permissions import register_permission_policy

from indicators.models import Indicator, PlannedRelease, Release, StoredRecipe, Upload

from .figures import CalendarPolicy, IndicatorPolicy, RecipePolicy, ReleasePolicy, UploadPolicy

__all__ = ["register_policies"]


def register_policies() -> None:
    """Called once, before any screen asks for a policy."""
    register_permission_policy(Indicator, IndicatorPolicy(Indicator))
    register_permission_policy(Release, ReleasePolicy(Release))
    register_permission_policy(Upload, UploadPolicy(Upload))
    register_permission_policy(PlannedRelease, CalendarPolicy(PlannedRelease))
    register_permission_policy(StoredRecipe, RecipePolicy(StoredRecipe))

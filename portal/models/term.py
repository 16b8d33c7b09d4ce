"""The glossary: a word of the site explained in a sentence or two, in both languages."""

from typing import Any

from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.actions.unpublish import UnpublishAction
from wagtail.models import DraftStateMixin, LockableMixin, RevisionMixin, WorkflowMixin

from portal.bilingual import Bilingual
from portal.review import NotAllowed

from .page_permissions import REVIEW_PAGES
from .review import Reviewed


class TermQuerySet(models.QuerySet["Term"]):
    """Named filters."""

    def published(self) -> "TermQuerySet":
        """Those that a second person has read."""
        return self.filter(live=True)


class Term(Reviewed, WorkflowMixin, DraftStateMixin, LockableMixin, RevisionMixin, models.Model):
    """A term, explained in the glossary and in place in the pages that use it."""

    slug = models.SlugField(_("adresse"), max_length=60, unique=True, blank=True)
    name_fr = models.CharField(_("terme en français"), max_length=80)
    name_en = models.CharField(_("terme en anglais"), max_length=80, blank=True)
    definition_fr = models.TextField(
        _("explication en français"), help_text=_("Une ou deux phrases courtes, sans autre terme à expliquer.")
    )
    definition_en = models.TextField(_("explication en anglais"), blank=True)

    _revisions = GenericRelation("wagtailcore.Revision", related_query_name="term")
    workflow_states = GenericRelation(
        "wagtailcore.WorkflowState",
        content_type_field="base_content_type",
        object_id_field="object_id",
        related_query_name="term",
        for_concrete_model=False,
    )

    name = Bilingual("name")
    definition = Bilingual("definition")

    objects = TermQuerySet.as_manager()

    class Meta:
        verbose_name = _("mot du glossaire")
        verbose_name_plural = _("glossaire")
        ordering = ["name_fr"]

    def __str__(self) -> str:
        return self.name

    @property
    def revisions(self) -> models.QuerySet:
        return self._revisions

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        self.slug = self.slug or slugify(self.name_fr)[:60]
        super().full_clean(*args, **kwargs)

    def may_be_reviewed_by(self, user: Any) -> bool:
        """Who reads pages again reads the glossary again."""
        return user.is_active and user.has_perm(REVIEW_PAGES)

    def unpublish(self, set_expired: bool = False, **options: Any) -> Any:
        """Who reads pages may take a word offline, alone: it says less. Raises NotAllowed."""
        user = options.get("user")
        if user is not None and not self.may_be_reviewed_by(user):
            raise NotAllowed
        return UnpublishAction(self, set_expired=set_expired, **options).execute(skip_permission_checks=True)

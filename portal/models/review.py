"""The models of the four-eyes review: the task of a workflow, what it records, and what a reviewed model obeys."""

from typing import Any

from django.db import models, transaction
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.models import AbstractGroupApprovalTask, TaskState
from wagtail.permissions import policy_registry

from portal import review
from portal.review import AlreadyDecided, NotAllowed, NotReviewed, OwnWork, ReviewOutdated


class FourEyesTaskState(TaskState):
    """One reading of one revision: what was submitted, what was approved, and what it was compared with."""

    submitted_digest = models.CharField(_("empreinte soumise"), max_length=64, blank=True)
    approved_digest = models.CharField(_("empreinte approuvée"), max_length=64, blank=True)
    basis = models.CharField(_("comparé à"), max_length=100, blank=True)

    exclude_fields_in_copy = ["submitted_digest", "approved_digest", "basis"]

    class Meta:
        verbose_name = _("relecture à quatre yeux")
        verbose_name_plural = _("relectures à quatre yeux")

    @transaction.atomic
    def approve(self, user: Any = None, update: bool = True, comment: str = "") -> TaskState:
        """Records whose eyes saw what. Raises NotAllowed, OwnWork, AlreadyDecided, ReviewOutdated."""
        subject = self.check_decision(user)
        if self.revision_id != subject.latest_revision_id or self.submitted_digest != self.digest_of(subject):
            raise ReviewOutdated
        if self.basis != subject.review_basis():
            raise ReviewOutdated
        self.approved_digest = self.submitted_digest
        return super().approve(user=user, update=update, comment=comment)

    @transaction.atomic
    def reject(self, user: Any = None, update: bool = True, comment: str = "") -> TaskState:
        """Sends back to the author. Raises NotAllowed, OwnWork, AlreadyDecided."""
        self.check_decision(user)
        return super().reject(user=user, update=update, comment=comment)

    def check_decision(self, user: Any) -> Any:
        """The object under review, when `user` may decide now; locked, so that only one decision is taken.

        What is published is locked before the reading of it, in every service: the other order would be a deadlock.
        """
        self.revision.content_object.lock_for_publication()
        current = FourEyesTaskState.objects.select_for_update(no_key=True).get(pk=self.pk)
        if current.status != self.STATUS_IN_PROGRESS:
            raise AlreadyDecided
        self.revision.refresh_from_db()
        subject = self.revision.content_object
        if user is None or not subject.may_be_reviewed_by(user):
            raise NotAllowed
        if user.pk in review.contributors_of(subject, self.revision, self.workflow_state):
            raise OwnWork
        return subject

    def digest_of(self, subject: Any) -> str:
        """Digest of the revision as it now is."""
        return review.content_digest(self.revision, subject.reviewed_facts())


class FourEyesTask(AbstractGroupApprovalTask):
    """Approval by a member of these groups, who has not contributed to what they approve; superusers included."""

    task_state_class = FourEyesTaskState

    class Meta:
        verbose_name = _("relecture par une autre personne")
        verbose_name_plural = _("relectures par une autre personne")

    @classmethod
    def get_description(cls) -> str:
        return str(_("Une personne de ces groupes, qui n’est pas l’auteur, approuve ou demande des corrections."))

    def start(self, workflow_state: Any, user: Any = None) -> TaskState:
        """Opens a reading of the latest revision, and remembers its content and what it is compared with."""
        state = super().start(workflow_state, user=user)
        subject = state.revision.content_object
        state.submitted_digest, state.basis = state.digest_of(subject), subject.review_basis()
        state.save(update_fields=["submitted_digest", "basis"])
        return state

    def get_actions(self, obj: Any, user: Any) -> list[tuple[str, Any, bool]]:
        """Nothing for whoever has contributed."""
        if not self.may_decide(obj, user):
            return []
        return [("reject", _("Demander des corrections"), True), ("approve", _("Approuver"), True)]

    def may_decide(self, obj: Any, user: Any) -> bool:
        """Is this person a reviewer of this object, and a stranger to what it would publish?

        Wagtail hands the bare `Page` over when it asks who may cancel a workflow.
        """
        obj = getattr(obj, "specific", obj)
        if not (user.is_superuser or self._user_in_groups(user)) or not obj.may_be_reviewed_by(user):
            return False
        state = obj.current_workflow_task_state
        if state is None or state.task_id != self.pk:
            return False
        return user.pk not in review.contributors_of(obj, state.revision, state.workflow_state)

    def user_can_access_editor(self, obj: Any, user: Any) -> bool:
        return self.may_decide(obj, user)

    def locked_for_user(self, obj: Any, user: Any) -> bool:
        """While it is being read, nobody but a reviewer changes it; and who does so cannot approve it any more."""
        obj = getattr(obj, "specific", obj)
        return not ((user.is_superuser or self._user_in_groups(user)) and obj.may_be_reviewed_by(user))

    def user_can_lock(self, obj: Any, user: Any) -> bool:
        return False

    def get_task_states_user_can_moderate(self, user: Any, **kwargs: Any) -> QuerySet[TaskState]:
        """Those that this person may decide on."""
        waiting = super().get_task_states_user_can_moderate(user, **kwargs)
        states = waiting.select_related("revision").prefetch_related("revision__content_object")
        mine = [state.pk for state in states if self.may_decide(state.revision.content_object, user)]
        return TaskState.objects.filter(pk__in=mine)


class ReviewedContent(models.Model):
    """What goes live only through a four-eyes review: pages, and rows by `Reviewed`. Stands before Wagtail's classes.

    The three methods at the end say what else than the text counts for the model at hand.
    """

    facts_of_the_row: tuple[str, ...] = ()
    """Fields that a revision never writes back."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """The last door: whoever saves a row that goes live shows the approval of its revision."""
        if self.live and self.goes_live(kwargs.get("update_fields")):
            if self.live_revision is None:  # type: ignore[attr-defined]
                raise NotReviewed
            review.require_approval(self, self.live_revision)  # type: ignore[attr-defined]
        super().save(*args, **kwargs)

    def with_content_json(self, content: dict[str, Any]) -> Any:
        """The revision as an object, with the facts of the row as they are now."""
        restored = super().with_content_json(content)  # type: ignore[misc]
        for name in self.facts_of_the_row:
            setattr(restored, name, getattr(self, name))
        return restored

    def save_revision(self, *args: Any, overwrite_revision: Any = None, user: Any = None, **kwargs: Any) -> Any:
        """A revision that was submitted is never written over, and a change during a review sends it back to it."""
        if overwrite_revision is not None and overwrite_revision.task_states.exists():
            overwrite_revision = None
        with transaction.atomic():
            revision = super().save_revision(*args, overwrite_revision=overwrite_revision, user=user, **kwargs)  # type: ignore[misc]
            state = self.current_workflow_task_state  # type: ignore[attr-defined]
            if state is not None and state.revision_id != revision.pk:
                state.cancel(user=user, resume=True)
        return revision

    def publish(self, revision: Any, user: Any = None, **options: Any) -> Any:
        """Puts an approved revision online, or plans it, in one transaction. Raises what `require_approval` raises."""
        with transaction.atomic():
            self.lock_for_publication()
            review.require_approval(self, revision)
            return super().publish(revision, user=user, **options | {"skip_permission_checks": True})  # type: ignore[misc]

    def unpublish(self, set_expired: bool = False, **options: Any) -> Any:
        """Only the date that a reviewer has approved takes offline. Raises NotAllowed."""
        if not set_expired:
            raise NotAllowed(_("Ce contenu se retire de la page de ses mises à jour, avec une raison."))
        return super().unpublish(set_expired=set_expired, **options)  # type: ignore[misc]

    def goes_live(self, update_fields: Any) -> bool:
        """Would saving make another revision public than the one that is?"""
        if update_fields is not None and not {"live", "live_revision"} & set(update_fields):
            return False
        rows: QuerySet[Any] = type(self)._default_manager.filter(pk=self.pk)
        stored = rows.values_list("live", "live_revision_id").first()
        return stored != (True, self.live_revision_id)  # type: ignore[attr-defined]

    def lock_for_publication(self) -> None:
        """Makes two publications of the same thing wait for each other."""
        type(self)._default_manager.select_for_update(no_key=True).get(pk=self.pk)

    def may_be_reviewed_by(self, user: Any) -> bool:
        """Does the permission policy of the model make this person a reviewer of this row?"""
        return user.is_active and policy_registry.get(self).user_has_permission_for_instance(user, "review", self)

    def reviewed_facts(self) -> str:
        """What the reviewer reads and no revision holds."""
        return ""

    def review_basis(self) -> str:
        """What is online now and would be replaced: when it changes, the comparison is to be read again."""
        return ""

    def other_contributors(self) -> set[int | None]:
        """Who contributed without writing a revision."""
        return set()


class Reviewed(ReviewedContent):
    """A model whose rows go live only through a four-eyes review. Stands before Wagtail's `WorkflowMixin`."""

    live = models.BooleanField(_("en ligne"), default=False, editable=False)

    class Meta:
        abstract = True

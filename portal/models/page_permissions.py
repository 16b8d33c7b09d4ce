"""What a person may do with a page: Wagtail's answers, without any door around the review."""

from wagtail.models.pages import PagePermissionTester

REVIEW_PAGES = "portal.review_pages"


class ReviewedPagePermissions(PagePermissionTester):
    """Nobody publishes by a button; who may review may take offline and put off."""

    def can_publish(self) -> bool:
        return False

    def can_publish_subpage(self) -> bool:
        return False

    def can_unpublish(self) -> bool:
        if not self.page.live or self.page_is_root or self.page_locked():
            return False
        return self.user.is_active and self.user.has_perm(REVIEW_PAGES)

    def can_unschedule(self) -> bool:
        return self.user.is_active and self.user.has_perm(REVIEW_PAGES)

    def can_set_view_restrictions(self) -> bool:
        """A public site: a page is online for everybody, or it is not online."""
        return False

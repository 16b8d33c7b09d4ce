"""Wagtail: nothing is asked of a third party, and every release of figures goes through four eyes."""

from .environment import text
from .observatory import SITE_NAME

WAGTAIL_SITE_NAME = SITE_NAME
WAGTAILADMIN_BASE_URL = text("BASE_URL", "http://127.0.0.1:8000")
WAGTAILADMIN_USER_LOGIN_FORM = "portal.sign_in.SignInForm"
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "key", "odt", "pdf", "pptx", "rtf", "txt", "xlsx", "zip"]
WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT = True
WAGTAIL_WORKFLOW_CANCEL_ON_PUBLISH = False
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
WAGTAIL_FINISH_WORKFLOW_ACTION = "portal.review.publish_reviewed_revision"
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
LOGIN_URL = "wagtailadmin_login"
WAGTAIL_ALLOW_UNICODE_SLUGS = False
"""`/fr/articles/le-velo/`: an address that can be read aloud, typed and pasted anywhere."""

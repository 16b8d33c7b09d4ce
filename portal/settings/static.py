"""Static files: our own bundles, hashed and compressed at `collectstatic`, served by the application itself."""

from .base import DEBUG, SUB_PATH
from .environment import BASE_DIR, VAR_DIR, text

STATIC_URL = f"{SUB_PATH}/static/"
WHITENOISE_STATIC_PREFIX = "/static/"
"""What the application itself hears: the sub-path is taken off before it."""
STATIC_ROOT = text("STATIC_ROOT", str(VAR_DIR / "static"))
STATICFILES_DIRS = [BASE_DIR / "portal" / "static_built"]
STATICFILES_DIRS[0].mkdir(exist_ok=True)
DRAWING_FONTS = BASE_DIR / "portal" / "drawing_fonts"
"""TrueType files that images and documents are drawn with on the server (`ops/font.py`); never served."""
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "portal.static_storage.HashedStaticFiles"
    },
}
WHITENOISE_KEEP_ONLY_HASHED_FILES = True

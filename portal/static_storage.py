"""How static files are stored for production: hashed, compressed, and found by the scripts that import one another."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedStaticFiles(CompressedManifestStaticFilesStorage):
    """Also rewrites `import` in scripts, else a bundle asks for its chunk (Chart.js) by a name that is gone."""

    support_js_module_import_aggregation = True

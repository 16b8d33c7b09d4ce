"""What became of a file."""

from indicators.models import ReleaseImport, Upload


def sealed_import(upload: Upload) -> ReleaseImport | None:
    """The complete update that this file gave last, with its release and who imported it (one query)."""
    sealed = ReleaseImport.objects.filter(upload=upload, state=ReleaseImport.State.SEALED)
    return sealed.select_related("release__created_by").order_by("pk").last()

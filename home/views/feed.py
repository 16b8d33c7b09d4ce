"""The feed of news, one per language: what was written and which figures were updated."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from portal.branding import branding
from portal.public_pages import generation_of, public_page
from portal.slots import FEED_ENTRIES, MOST_NEWS
from portal.structured_data import absolute


@public_page()
def feed(request: HttpRequest) -> HttpResponse:
    """Open to everybody. Atom, the latest news first."""
    language = get_language() or settings.LANGUAGE_CODE
    entries = sorted(FEED_ENTRIES.gather(language), key=lambda entry: entry.moment, reverse=True)[:MOST_NEWS]
    identity = branding(generation=generation_of(request))
    atom = Atom1Feed(
        title=f"{identity.site_name}, {identity.territory_name}",
        link=absolute(request.path.removesuffix("flux.xml")),
        description=_("Articles et chiffres mis à jour."),
        language=language,
        feed_url=absolute(request.path),
    )
    for entry in entries:
        address = absolute(entry.address)
        atom.add_item(
            entry.title,
            address,
            entry.summary,
            unique_id=f"{address}#{entry.moment:%Y-%m-%d}",
            pubdate=entry.moment,
            updateddate=entry.moment,
        )
    return HttpResponse(atom.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")

"""What real people have built on the demo: as long as there is any, the demo stays."""

from collections.abc import Iterable, Iterator

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from wagtail.models import ReferenceIndex, Revision

from indicators.demo.accounts import PEOPLE
from indicators.demo.content import catalogue, sheets
from indicators.models import Indicator, PeerGroup, Release, Source, Upload
from portal.models import Department, User

NAMES_SHOWN = 3


class DemoInUse(Exception):
    """`reasons` are sentences for the person: what keeps the demo from being removed."""

    def __init__(self, reasons: Iterable[str]) -> None:
        self.reasons = list(reasons)
        super().__init__(" ".join(self.reasons))


def demo_people() -> QuerySet[User]:
    """The accounts of the demo that exist."""
    return User.objects.filter(email__in=[person.email for person in PEOPLE])


def demo_indicators() -> QuerySet[Indicator]:
    """The indicators that the demo brought: one of its codes, and a first version written by one of its accounts."""
    wanted = Indicator.objects.filter(code__in=[sheet.code for sheet in sheets()])
    return wanted.filter(pk__in=[indicator.pk for indicator in wanted if _is_first_written_by_demo(indicator)])


def _is_first_written_by_demo(indicator: Indicator) -> bool:
    first = indicator.revisions.order_by("pk").first()
    return first is not None and demo_people().filter(pk=first.user_id).exists()


def demo_sources() -> QuerySet[Source]:
    """The sources of the demo that exist."""
    return Source.objects.filter(code__in=_codes("sources"))


def demo_departments() -> QuerySet[Department]:
    """The departments of the demo that exist."""
    return Department.objects.filter(code__in=_codes("departments"))


def demo_peer_groups() -> QuerySet[PeerGroup]:
    """The peer groups of the demo that exist."""
    return PeerGroup.objects.filter(code__in=_codes("peer_groups"))


def _codes(part: str) -> list[str]:
    return [raw["code"] for raw in catalogue()[part]]


def reasons_to_stay() -> list[str]:
    """One sentence for each kind of real work that hangs on the demo (a fixed number of queries, and one per sheet)."""
    own, people = demo_indicators(), demo_people()
    others = Indicator.objects.exclude(pk__in=own)
    departments = demo_departments()
    found = (
        (_("des mises à jour importées par d’autres personnes"), _releases_of_others(own, people)),
        (_("des fiches modifiées par d’autres personnes"), _sheets_of_others(own, people)),
        (
            _("des fichiers déposés par d’autres personnes"),
            Upload.objects.filter(indicator__in=own).exclude(uploaded_by__in=people),
        ),
        (_("des indicateurs qui s’appuient sur ses sources"), others.filter(source__in=demo_sources())),
        (_("des indicateurs de ses directions"), others.filter(department__in=departments)),
        (
            _("des sources de ses directions"),
            Source.objects.exclude(pk__in=demo_sources()).filter(contact_department__in=departments),
        ),
        (
            _("des comptes de ses directions"),
            User.objects.filter(departments__in=departments).exclude(pk__in=people).distinct(),
        ),
        (
            _("des mises à jour importées avec ses comptes"),
            Release.objects.filter(indicator__in=others, created_by__in=people),
        ),
        (
            _("des fichiers déposés avec ses comptes"),
            Upload.objects.filter(uploaded_by__in=people).exclude(indicator__in=own),
        ),
    )
    sentences = [_sentence(what, rows) for what, rows in found if rows]
    return sentences + list(_pages_that_show(own))


def _releases_of_others(own: QuerySet[Indicator], people: QuerySet[User]) -> QuerySet[Release]:
    return Release.objects.filter(indicator__in=own).exclude(created_by__in=people)


def _sheets_of_others(own: QuerySet[Indicator], people: QuerySet[User]) -> QuerySet[Indicator]:
    content_type = ContentType.objects.get_for_model(Indicator)
    written = Revision.objects.filter(base_content_type=content_type, user__isnull=False).exclude(user__in=people)
    return own.filter(pk__in=[int(key) for key in written.values_list("object_id", flat=True)])


def _sentence(what: str, rows: Iterable[object]) -> str:
    names = [str(row) for row in rows]
    shown = ", ".join(names[:NAMES_SHOWN]) + ("…" if len(names) > NAMES_SHOWN else "")
    return _("Il reste %(what)s\u00a0: %(names)s.") % {"what": what, "names": shown}


def _pages_that_show(own: QuerySet[Indicator]) -> Iterator[str]:
    for indicator in own:
        for subject, _references in ReferenceIndex.get_references_to(indicator).group_by_source_object():
            if subject._meta.app_label != "indicators":
                yield _sentence(_("des contenus qui montrent ses indicateurs"), [subject])

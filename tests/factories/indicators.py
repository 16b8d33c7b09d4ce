"""Small catalogue and sealed releases for every test of figures. Shared by all: plain functions, real rows, no file.

    indicator = make_indicator("emploi", department=make_department("eco"))
    release = make_release(indicator, {"2021": "12.5", "2022": "12.9"})            # draft, sealed, at the focus
    make_live(release)                                                            # what visitors see, without review

Nothing here goes through the services: `make_release` writes the rows directly, and `make_live` flips the pointer with
no review, so both are for tests of reading only. What tests the review uses the services.
"""

import hashlib
import itertools
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.utils import timezone

from indicators.breakdown_keys import breakdown_key
from indicators.models import (
    Breakdown,
    Goal,
    Indicator,
    Observation,
    Publication,
    Release,
    ReleaseImport,
    Source,
    StoredJudgement,
    Territory,
    Upload,
)
from portal.models import Department, User

_rank = itertools.count(1)

PASSWORD = "un mot de passe de test"


def make_department(code: str = "economie", **fields: object) -> Department:
    """The department of that code, made once."""
    return Department.objects.get_or_create(code=code, defaults={"name_fr": f"Direction {code}"} | fields)[0]


def make_user(email: str = "", *, departments: object = (), groups: tuple[str, ...] = (), **fields: object) -> User:
    """An account in these groups (« Données », « Relecture », « Rédaction », « Plateforme ») and departments."""
    user = User.objects.create_user(email or f"personne{next(_rank)}@example.org", PASSWORD, **fields)
    user.departments.set(departments)
    user.groups.set([Group.objects.get(name=name) for name in groups])
    return user


def make_superuser(email: str = "") -> User:
    """An account with every right."""
    return User.objects.create_superuser(email or f"admin{next(_rank)}@example.org", PASSWORD)


def make_source(code: str = "source", **fields: object) -> Source:
    """The source of that code, made once."""
    defaults = {"name_fr": f"Jeu {code}", "producer": "Producteur", "licence": "Licence Ouverte 2.0"} | fields
    return Source.objects.get_or_create(code=code, defaults=defaults)[0]


def make_territory(code: str = "44109", *, scheme: str = "COG commune", **fields: object) -> Territory:
    """The territory of that code, made once."""
    defaults = {"name_fr": f"Territoire {code}", "level": "commune"} | fields
    return Territory.objects.get_or_create(scheme=scheme, code=code, defaults=defaults)[0]


def focus() -> Territory:
    """The territory of the observatory, as the migrations made it."""
    return Territory.objects.get(is_focus=True)


def make_indicator(
    code: str = "", *, goals: tuple[int, ...] = (8,), live: bool = True, author: User | None = None, **fields: object
) -> Indicator:
    """An indicator whose sheet is complete in both languages and live, unless `live` is False; with a revision."""
    code = code or f"indicateur-{next(_rank)}"
    defaults = {
        "title_fr": f"Indicateur {code}",
        "title_en": f"Indicator {code}",
        "unit_fr": "%",
        "unit_en": "%",
        "slug": code,
        "definition_fr": "Ce que l’on compte.",
        "definition_en": "What is counted.",
    }
    catalogue = {
        "source": fields.get("source") or make_source(),
        "department": fields.get("department") or make_department(),
    }
    indicator = Indicator(code=code, live=False, **(defaults | fields | catalogue))
    indicator.goals = [Goal.objects.get(number=number) for number in goals]
    indicator.save()
    revision = indicator.save_revision(user=author, clean=False)
    if live:  # past the review, which `save()` enforces
        Indicator.objects.filter(pk=indicator.pk).update(
            live=True, live_revision=revision, has_unpublished_changes=False
        )
    indicator.refresh_from_db()
    return indicator


def make_upload(indicator: Indicator | None = None, *, user: User, content: bytes = b"", name: str = "f.csv") -> Upload:
    """A file kept as received; its content differs at each call unless given."""
    content = content or f"annee;valeur\n2022;{next(_rank)}\n".encode()
    upload = Upload(
        original_name=name,
        sha256=hashlib.sha256(content).hexdigest(),
        size=len(content),
        indicator=indicator,
        uploaded_by=user,
        state=Upload.State.IMPORTED if indicator else Upload.State.RECEIVED,
    )
    upload.file.save(name, ContentFile(content), save=True)
    return upload


def make_release(
    indicator: Indicator,
    values: Mapping[str, str | Decimal | None] | None = None,
    *,
    territory: Territory | None = None,
    user: User | None = None,
    upload: Upload | None = None,
    **fields: object,
) -> Release:
    """A draft release, sealed, with one yearly row per item of `values` (None: `missing`); more with `add_rows`."""
    user = user or make_user()
    number = Release.objects.filter(indicator=indicator).count() + 1
    release = Release.objects.create(indicator=indicator, number=number, created_by=user, live=False, **fields)
    count = add_rows(release, {"2021": "12.5", "2022": "12.9"} if values is None else values, territory=territory)
    ReleaseImport.objects.create(
        release=release,
        state=ReleaseImport.State.SEALED,
        upload=upload or make_upload(indicator, user=user),
        observation_count=count,
        sealed_at=timezone.now(),
        digest=hashlib.sha256(f"{release.pk}".encode()).hexdigest(),
    )
    place = territory or focus()
    StoredJudgement.objects.create(release=release, territory=place, method_version="1", trend="not_assessed")
    release.save_revision(user=user, clean=False)
    release.refresh_from_db()
    return release


def add_rows(
    release: Release,
    values: Mapping[str, str | Decimal | None],
    *,
    territory: Territory | None = None,
    breakdown: dict[str, str] | None = None,
    status: str = "",
) -> int:
    """Yearly rows (`{"2022": "12.9"}`) of a territory and a breakdown, the focus and the total by default."""
    place = territory or focus()
    combination = Breakdown.objects.get_or_create(key=breakdown_key(breakdown or {}))[0]
    rows = [
        Observation(
            release=release,
            territory=place,
            period=period,
            period_start=date(int(period[:4]), 1, 1),
            granularity="year",
            breakdown=combination,
            value=None if value is None else Decimal(value),
            status=status or ("missing" if value is None else ""),
        )
        for period, value in values.items()
    ]
    return len(Observation.objects.bulk_create(rows))


def make_live(release: Release) -> Publication:
    """Shows the release to visitors, with no review: the pointer and the flags, as a publication leaves them."""
    now = timezone.now()
    Release.objects.filter(pk=release.pk).update(
        live=True,
        has_unpublished_changes=False,
        live_revision=release.latest_revision,
        first_published_at=now,
        last_published_at=now,
    )
    Indicator.objects.filter(pk=release.indicator_id).update(live=True)
    publication, _ = Publication.objects.update_or_create(
        indicator=release.indicator, defaults={"release": release, "published_at": now, "published_by": None}
    )
    release.refresh_from_db()
    return publication

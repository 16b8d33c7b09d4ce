"""What is measured. Each task runs in its own process on the benchmark's database and returns seconds and counts."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from benchmarks.figures_file import RECIPE, SCHEME, YEARS, territory_codes
from indicators.catalogue import territory_catalogue
from indicators.importing.inspection import inspect_source
from indicators.importing.recipes import load_recipe
from indicators.importing.rows import COLUMNS, in_key_order, row_batches
from indicators.importing.snapshots import snapshot_of
from indicators.models import Goal, Indicator, Observation, Release, ReleaseImport, Source, Territory
from indicators.services.file_reading import open_with, read_file
from indicators.services.importing import write_reading
from indicators.services.releases import open_release
from indicators.services.review import approve_release
from indicators.services.review_submission import submit_release
from indicators.services.row_writing import CHUNK, breakdown_keys, stored_date
from indicators.services.uploads import keep_upload
from indicators.trends.codes import RATE
from portal.models import Department, User

AUTHOR, REVIEWER = "auteur@example.org", "relecture@example.org"
AUTOSAVE = 0.1
"""Seconds between two saves of the concurrent writer."""
Measured = dict[str, Any]


def prepare(rows: str) -> Measured:
    """The tables, the territories of the file and two accounts."""
    call_command("migrate", verbosity=0)
    places = [
        Territory(scheme=SCHEME, code=code, name_fr=f"Commune {code}", level="commune")
        for code in territory_codes(int(rows))
    ]
    Territory.objects.bulk_create(places, batch_size=2_000)
    focus = Territory.objects.get(is_focus=True)
    Territory.objects.filter(pk=focus.pk).update(is_focus=False)
    Territory.objects.filter(code=places[0].code, scheme=SCHEME).update(is_focus=True)
    for email in (AUTHOR, REVIEWER):
        User.objects.create_superuser(email, "benchmark")
    return {}


def make_indicator(code: str) -> Indicator:
    """A complete sheet, which goes to review with its first figures."""
    department = Department.objects.get_or_create(code="banc", defaults={"name_fr": "Banc d’essai"})[0]
    source = Source.objects.get_or_create(
        code="banc", defaults={"name_fr": "Banc d’essai", "producer": "Banc d’essai", "licence": "Sans objet"}
    )[0]
    indicator = Indicator(
        code=code,
        slug=code,
        title_fr=f"Indicateur {code}",
        title_en=f"Indicator {code}",
        unit_fr="%",
        unit_en="%",
        definition_fr="Mesure.",
        definition_en="Measure.",
        direction=1,
        measure=RATE,
        live=False,
        source=source,
        department=department,
    )
    indicator.goals = [Goal.objects.get(number=8)]
    indicator.save()
    indicator.save_revision()
    return indicator


def import_file(path: str, code: str) -> Measured:
    """The whole pipeline: bytes of the file → reading → comparison → draft release, sealed."""
    indicator, user = make_indicator(code), User.objects.get(email=AUTHOR)
    recipe = load_recipe(RECIPE)
    began = time.perf_counter()
    content = Path(path).read_bytes()
    found = read_file(content=content, name=Path(path).name, recipe=recipe)
    read = time.perf_counter()
    upload = keep_upload(content=content, name=Path(path).name, user=user, indicator=indicator)
    release = write_reading(indicator=indicator, reading=found.reading, recipe=recipe, upload=upload, user=user)
    ended = time.perf_counter()
    count = Observation.objects.filter(release=release).count()
    return {"seconds": ended - began, "reading": read - began, "rows": count, "release": release.pk}


def bare_write(path: str, code: str) -> Measured:
    """The same rows, columns, keys and indexes in the same chunks and order; only the writing is timed."""
    found = read_file(content=Path(path).read_bytes(), name=Path(path).name, recipe=load_recipe(RECIPE))
    snapshot = in_key_order(snapshot_of(found.reading))
    release = open_release(indicator=make_indicator(code), user=User.objects.get(email=AUTHOR), upload=None)
    options: dict[str, Any] = {"breakdown_ids": breakdown_keys(snapshot), "adapt_date": stored_date, "size": CHUNK}
    table, columns, seconds, rows = Observation._meta.db_table, ", ".join(COLUMNS), 0.0, 0
    for chunk in row_batches(snapshot, release_id=release.pk, **options):
        began = time.perf_counter()
        with transaction.atomic(), connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                with cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
                    for row in chunk:
                        copy.write_row(row)
            else:
                cursor.executemany(f"INSERT INTO {table} ({columns}) VALUES ({', '.join(['%s'] * 9)})", chunk)
        seconds += time.perf_counter() - began
        rows += len(chunk)
    return {"seconds": seconds, "rows": rows}


def autosave(stop: str) -> Measured:
    """Somebody else who saves a row ten times a second, until the file `stop` goes: the waits, in seconds."""
    user = User.objects.get(email=REVIEWER)
    Path(stop).touch()
    waits = []
    while Path(stop).exists():
        began = time.perf_counter()
        user.last_name = str(began)
        user.save(update_fields=["last_name"])
        waits.append(time.perf_counter() - began)
        time.sleep(AUTOSAVE)
    return {"waits": waits}


def inspect(path: str) -> Measured:
    """Opening a file and proposing a recipe for it."""
    catalogue = territory_catalogue()
    content = Path(path).read_bytes()
    began = time.perf_counter()
    inspect_source(open_with(content, name=Path(path).name), catalogue)
    return {"seconds": time.perf_counter() - began, "megabytes": len(content) / 1e6}


def publish(code: str) -> Measured:
    """From the reviewer's approval to the page that shows the figures; then the queries of that page."""
    indicator = Indicator.objects.get(code=code)
    release = Release.objects.get(indicator=indicator, provenance__state=ReleaseImport.State.SEALED)
    submit_release(release=release, user=User.objects.get(email=AUTHOR))
    client, address = Client(), f"/fr/indicateurs/{indicator.slug}/"
    client.get("/fr/indicateurs/")
    began = time.perf_counter()
    approve_release(release=release, user=User.objects.get(email=REVIEWER))
    approved = time.perf_counter()
    response = client.get(address)
    ended = time.perf_counter()
    if response.status_code != 200 or str(YEARS[0]) not in response.content.decode():
        raise RuntimeError(f"{address} does not show the figures: {response.status_code}")
    return {"seconds": ended - began, "approving": approved - began, "queries": queries_of(client, address)}


def queries_of(client: Client, address: str) -> int:
    """Queries of a page that no cache holds."""
    from django.core.cache import cache

    cache.clear()
    with CaptureQueriesContext(connection) as captured:
        client.get(address)
    return len(captured)


TASKS: dict[str, Callable[..., Measured]] = {
    "prepare": prepare,
    "import": import_file,
    "bare": bare_write,
    "autosave": autosave,
    "inspect": inspect,
    "publish": publish,
}

"""A database and files of the benchmark's own: nothing of the user's is read or written."""

import json
import os
import secrets
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import psycopg

ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Workshop:
    """A temporary folder, and the database that the tasks use: a file in it, or a schema of a PostgreSQL server."""

    folder: Path
    database_url: str

    @property
    def is_sqlite(self) -> bool:
        return self.database_url.startswith("sqlite")

    def environment(self) -> dict[str, str]:
        """Variables of a task."""
        own = {
            "DJANGO_SETTINGS_MODULE": "benchmarks.settings",
            "DATABASE_URL": self.database_url,
            "BENCHMARK_FOLDER": str(self.folder),
            "OBSERVATORY_VAR": str(self.folder / "var"),
            "DEBUG": "",
        }
        return os.environ | own

    def command(self, task: str, *arguments: object) -> list[str]:
        """How a task is started."""
        return [sys.executable, "-m", "benchmarks.child", task, *map(str, arguments)]

    def run(self, task: str, *arguments: object) -> dict[str, Any]:
        """Run a task in a process of its own and return what it measured."""
        done = subprocess.run(
            self.command(task, *arguments), cwd=ROOT, env=self.environment(), stdout=subprocess.PIPE, check=True
        )
        return json.loads(done.stdout)

    def start(self, task: str, *arguments: object) -> "subprocess.Popen[bytes]":
        """Start a task beside the others."""
        return subprocess.Popen(
            self.command(task, *arguments), cwd=ROOT, env=self.environment(), stdout=subprocess.PIPE
        )


@contextmanager
def workshop() -> Iterator[Workshop]:
    """PostgreSQL when DATABASE_URL names it, else SQLite; all of it is removed on the way out."""
    folder = Path(tempfile.mkdtemp(prefix="observatory-benchmark-"))
    server = os.environ.get("DATABASE_URL", "")
    try:
        if server.startswith("postgres"):
            with own_schema(server) as url:
                yield Workshop(folder, url)
        else:
            yield Workshop(folder, f"sqlite:///{folder / 'benchmark.sqlite3'}")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def own_schema(server: str) -> Iterator[str]:
    """The address of a schema of our own on this server, dropped on the way out."""
    name = f"benchmark_{secrets.token_hex(4)}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA {name}")
        try:
            parts = urlsplit(server)
            yield urlunsplit(parts._replace(query=f"options=-c%20search_path%3D{name}"))
        finally:
            connection.execute(f"DROP SCHEMA {name} CASCADE")

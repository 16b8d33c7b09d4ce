"""`python -m ops.with_postgres COMMAND…`: runs a command with DATABASE_URL pointing at PostgreSQL.

The server of DATABASE_URL when it is given, else a private one from the distribution's binaries: in a temporary folder,
on a free port of 127.0.0.1, without the guarantees against a crash that tests do not need, stopped whatever happens.
"""

import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ops.distribution import Missing, NotAllowed, install

FAST = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200 -c shared_buffers=256MB"
SERVER_USER = "postgres"


def version(folder: Path) -> int:
    """Major version named by a folder such as `/usr/lib/postgresql/15/bin`."""
    name = folder.parent.name
    return int(name) if name.isdigit() else 0


def find_binaries() -> Path | None:
    """Folder of initdb and pg_ctl of the newest PostgreSQL of this machine, or None."""
    folders = [path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    if on_path := shutil.which("initdb"):
        folders.append(Path(on_path).resolve().parent)
    return max(folders, key=version, default=None)


def binaries() -> Path:
    """As `find_binaries`, installing the distribution's PostgreSQL when there is none. Raises Missing."""
    if not find_binaries():
        try:
            install("postgresql")
        except NotAllowed as refusal:
            raise Missing(f"PostgreSQL is missing. {refusal}") from refusal
    found = find_binaries()
    if found is None:
        raise Missing("PostgreSQL is installed, but initdb is not found.")
    return found


def as_server_user(command: list[str]) -> list[str]:
    """PostgreSQL refuses to run as root: hand the command to the user that its package created."""
    if os.geteuid() != 0:
        return command
    return ["setpriv", f"--reuid={SERVER_USER}", f"--regid={SERVER_USER}", "--init-groups", "--", *command]


def free_port() -> int:
    """A port of 127.0.0.1 that nothing uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def run(command: list[str], folder: Path) -> None:
    """Run one of PostgreSQL's programs in its folder; show what it said only when it failed."""
    log = folder / "command.log"
    with log.open("wb") as output:
        done = subprocess.run(
            as_server_user(command), cwd=folder, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT
        )
    if done.returncode:
        server_log = folder / "server.log"
        said = log.read_text(errors="replace") + (server_log.read_text(errors="replace") if server_log.exists() else "")
        raise Missing(f"PostgreSQL could not be started: {said.strip()[-1500:]}")


@contextmanager
def private_server() -> Iterator[str]:
    """Start a server of our own and give its address; it is stopped and its folder deleted on the way out."""
    programs = binaries()
    folder = Path(tempfile.mkdtemp(prefix="observatory-postgres-"))
    data, port, password = folder / "data", free_port(), secrets.token_urlsafe(16)
    secret = folder / "password"
    secret.touch(mode=0o600)
    secret.write_text(password)
    if os.geteuid() == 0:
        owner = pwd.getpwnam(SERVER_USER)
        for path in (folder, secret):
            os.chown(path, owner.pw_uid, owner.pw_gid)
    try:
        access = ["--auth=scram-sha-256", f"--pwfile={secret}", "--username=observatory"]
        run([str(programs / "initdb"), "-D", str(data), "--encoding=UTF8", "--locale=C.UTF-8", *access], folder)
        where = f"-c listen_addresses=127.0.0.1 -c port={port} -c unix_socket_directories={folder} {FAST}"
        start = ["start", "-D", str(data), "-w", "-t", "60", "-l", str(folder / "server.log"), "-o", where]
        run([str(programs / "pg_ctl"), *start], folder)
        yield f"postgres://observatory:{password}@127.0.0.1:{port}/postgres"
    finally:
        if (data / "postmaster.pid").exists():
            run([str(programs / "pg_ctl"), "stop", "-D", str(data), "-m", "immediate"], folder)
        shutil.rmtree(folder, ignore_errors=True)


def run_with(address: str, command: list[str]) -> int:
    """Run the command with this database and return its exit code."""
    return subprocess.run(command, env={**os.environ, "DATABASE_URL": address}).returncode


def main(command: list[str]) -> int:
    """Run the command on the server given or on a private one; without any, say so, and fail only in CI."""
    if address := os.environ.get("DATABASE_URL"):
        return run_with(address, command)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        with private_server() as address:
            return run_with(address, command)
    except Missing as missing:
        print(f"SKIPPED, nothing was tested on PostgreSQL: {missing}", file=sys.stderr)
        return 1 if os.environ.get("CI") else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

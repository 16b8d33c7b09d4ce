"""Runs the site and what works beside it (scheduler, background worker) as one program.

`python -m ops.serve production` is what `make run` starts, `python -m ops.serve development` what `make dev` starts.
Ctrl-C stops everything. When one part ends by itself the others are stopped and that is said: nothing is restarted.
"""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable

from ops.environment import PYTHON, ROOT, VENV
from ops.site import prepare

HOST = "127.0.0.1"
SECONDS_TO_STOP = 10
SECONDS_TO_START = 60


def port_from_environment() -> int:
    """The port asked for by PORT, 8000 when nothing is asked; stops with a sentence when it is no port."""
    wanted = os.environ.get("PORT") or "8000"
    if not (wanted.isdigit() and 0 < int(wanted) < 65536):
        sys.exit(f"PORT={wanted} is not a port: give a number from 1 to 65535.")
    return int(wanted)


def is_free(port: int) -> bool:
    """Can a server take this port now? Ports of a server stopped a moment ago count as free."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


def programs(mode: str, port: int) -> dict[str, list[str]]:
    """The command of each part, by the name used in messages."""
    manage = [str(PYTHON), "manage.py"]
    beside = {
        "scheduler": [*manage, "run_scheduler"],
        "worker": [*manage, "db_worker", "--queue-name", "*", "--no-reload"],
    }
    if mode == "development":
        bundle = [str(PYTHON), "-m", "ops.node", "watch"]
        return {"web": [*manage, "runserver", f"{HOST}:{port}"], "bundle": bundle, **beside}
    options = ["--bind", f"{HOST}:{port}", "--workers", "2", "--threads", "4", "--log-level", "warning"]
    return {"web": [str(VENV / "bin" / "gunicorn"), "portal.wsgi:application", *options], **beside}


def start(commands: dict[str, list[str]]) -> dict[str, subprocess.Popen[bytes]]:
    """Start every part, deaf to the keyboard: only this program reads Ctrl-C, and stops them in order."""
    return {
        name: subprocess.Popen(command, cwd=ROOT, stdin=subprocess.DEVNULL, start_new_session=True)
        for name, command in commands.items()
    }


def stop(parts: dict[str, subprocess.Popen[bytes]]) -> None:
    """Ask every part to finish what it is doing, and end those that have not after ten seconds."""
    for part in parts.values():
        tell(part, signal.SIGTERM)
    limit = time.monotonic() + SECONDS_TO_STOP
    for part in parts.values():
        try:
            part.wait(max(0.1, limit - time.monotonic()))
        except subprocess.TimeoutExpired:
            tell(part, signal.SIGKILL)


def tell(part: subprocess.Popen[bytes], what: signal.Signals) -> None:
    """Send a signal to a part and to the processes it started; nothing when they have ended."""
    try:
        os.killpg(part.pid, what)
    except ProcessLookupError:
        return


def wait_for_web(port: int, parts: dict[str, subprocess.Popen[bytes]]) -> bool:
    """True as soon as the site takes connections; False when a part ended first or a minute passed."""
    limit = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < limit and not ended(parts):
        with socket.socket() as probe:
            probe.settimeout(1)
            if probe.connect_ex((HOST, port)) == 0:
                return True
        time.sleep(0.2)
    return False


def ended(parts: dict[str, subprocess.Popen[bytes]]) -> str | None:
    """Name of a part that is no longer running, or None."""
    return next((name for name, part in parts.items() if part.poll() is not None), None)


def supervise(commands: dict[str, list[str]], port: int, announce: Callable[[], None]) -> int:
    """Run the parts until Ctrl-C, a request to stop, or the end of one of them; return the exit code."""
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda *_: sys.exit(0))
    parts = start(commands)
    try:
        if wait_for_web(port, parts):
            announce()
        while not ended(parts):
            time.sleep(0.5)
        name = ended(parts)
        print(f"The {name} ended by itself (code {parts[str(name)].returncode}): all is stopped.", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopping.", flush=True)
        return 0
    finally:
        stop(parts)


def announce(port: int) -> None:
    """Print where to go and with which demo accounts."""
    subprocess.run([str(PYTHON), "manage.py", "where_to_go", "--base", f"http://{HOST}:{port}"], cwd=ROOT)


def main(mode: str) -> int:
    """Prepare the site, then serve it."""
    port = port_from_environment()
    if not is_free(port):
        sys.exit(f"Port {port} is already in use. Stop that program or choose another: make run PORT={port + 1}")
    os.environ.setdefault("BASE_URL", f"http://{HOST}:{port}")
    if mode == "development":
        os.environ["DEBUG"] = "1"
    prepare(collect=mode == "production")
    return supervise(programs(mode, port), port, lambda: announce(port))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))

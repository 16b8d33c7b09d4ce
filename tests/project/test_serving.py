"""The program that keeps web server, scheduler and worker together."""

import socket
import sys
import time

import pytest

from ops import serve

SLEEPING = [sys.executable, "-c", "import time; time.sleep(60)"]
ENDING = [sys.executable, "-c", "raise SystemExit(3)"]


def test_a_port_in_use_is_not_free():
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        assert not serve.is_free(server.getsockname()[1])


@pytest.mark.parametrize("port", ["zero", "0", "70000", "-1"])
def test_what_is_no_port_is_refused_in_words(monkeypatch, port):
    monkeypatch.setenv("PORT", port)
    with pytest.raises(SystemExit, match="is not a port"):
        serve.port_from_environment()


def test_when_one_part_ends_the_others_are_stopped_and_it_is_said(capsys, monkeypatch):
    monkeypatch.setattr("signal.signal", lambda *_: None)
    began = time.monotonic()
    assert serve.supervise({"web": SLEEPING, "worker": ENDING}, 1, lambda: None) == 1
    assert "The worker ended by itself (code 3)" in capsys.readouterr().err
    assert time.monotonic() - began < 30

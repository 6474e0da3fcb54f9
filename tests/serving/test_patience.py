"""A client that makes the server wait loses its connection; here the server waits for one second."""

import contextlib
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from qigraph.stores.property_graph import child_environment
from tests.serving.test_limits import LARGE, request

HASTY = """
import sys
from qigraph.serving import body, connections
body.PATIENCE = connections.PATIENCE = 1.0
from qigraph.cli import main
main()
"""


@pytest.fixture(scope="module")
def started(published):
    """Address and process of the server."""
    command = [sys.executable, "-c", HASTY, "serve", "--port", "0", "-g", str(published)]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=child_environment()
    )
    try:
        url = next(word for word in process.stdout.readline().split() if word.startswith("http"))
        yield ("127.0.0.1", int(url.rstrip("/").rpartition(":")[2])), process.pid
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


@pytest.fixture
def address(started):
    return started[0]


def received(client):
    """All that comes until the server closes or resets the connection."""
    client.settimeout(60)
    parts = []
    try:
        while part := client.recv(1 << 20):
            parts.append(part)
    except ConnectionResetError:
        pass
    return b"".join(parts)


@pytest.mark.parametrize(
    "sent", [b"", b"GET /health HT", request(b"ASK {}")[:60]], ids=["nothing", "line", "head"]
)
def test_who_does_not_finish_the_head_is_cut_off(address, sent):
    with socket.create_connection(address) as client:
        client.sendall(sent)
        assert received(client) == b""


def test_who_does_not_finish_the_second_head_is_cut_off(address):
    with socket.create_connection(address) as client:
        client.sendall(b"GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n")
        assert client.recv(1000).startswith(b"HTTP/1.1 200 ")
        client.sendall(b"GET /hea")
        assert b"HTTP" not in received(client)


def test_who_does_not_finish_the_body_is_told_and_cut_off(address):
    with socket.create_connection(address) as client:
        client.sendall(request(b"ASK {}")[:-1])
        assert received(client).startswith(b"HTTP/1.1 408 ")


def test_who_does_not_read_the_answer_is_cut_off(started):
    address, pid = started
    before = _sockets(pid)
    with socket.socket() as client:
        client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        client.connect(address)
        client.sendall(request((LARGE + " LIMIT 40000").encode()))
        assert client.recv(15) == b"HTTP/1.1 200 OK"
        deadline = time.monotonic() + 60
        while _sockets(pid) > before and time.monotonic() < deadline:
            time.sleep(0.2)
        rest = received(client)
    head, _, body = rest.partition(b"\r\n\r\n")
    length = next(
        int(line[15:]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")
    )
    assert len(body) < length


def _sockets(pid):
    """How many sockets a process has open."""
    links = []
    for file in Path(f"/proc/{pid}/fd").iterdir():
        with contextlib.suppress(FileNotFoundError):
            links.append(str(file.readlink()))
    return sum(link.startswith("socket:") for link in links)

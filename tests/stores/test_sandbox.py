"""A confined process has no network and writes no files."""

import subprocess
import sys

import pytest

from qigraph.stores.property_graph import child_environment


def _run(code: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", f"from qigraph.stores import sandbox\n{code}"],
        capture_output=True,
        text=True,
        env=child_environment(),
        timeout=60,
        check=False,
    )
    return done.stdout.strip() or str(done.returncode)


def test_a_confined_process_writes_no_file(tmp_path):
    code = f"""
sandbox.confine()
try:
    with open({str(tmp_path / "x")!r}, "w") as file:
        file.write("x")
except OSError as error:
    print(error.strerror)
"""
    assert _run(code) == "File too large"


def test_a_confined_process_reaches_no_server():
    if _run("import ctypes; print(ctypes.CDLL(None).unshare(0x40000000))") != "0":
        pytest.skip("this system does not permit network namespaces")
    code = """
import socket
server = socket.create_server(("127.0.0.1", 0))
port = server.getsockname()[1]
socket.create_connection(("127.0.0.1", port), 5).close()
sandbox.confine()
try:
    socket.create_connection(("127.0.0.1", port), 5)
except OSError as error:
    print(error.strerror)
"""
    assert _run(code) == "Network is unreachable"


def test_memory_is_limited():
    assert _run("sandbox.limit_memory(2**30)\ntry: bytes(2**31)\nexcept MemoryError: print('no')") == "no"


def test_an_armed_process_ends_by_itself():
    assert _run("import time\nsandbox.arm(0.2)\ntime.sleep(30)") == "-14"


def test_a_disarmed_process_lives():
    assert _run("import time\nsandbox.arm(0.1)\nsandbox.arm(0)\ntime.sleep(0.3)\nprint('alive')") == "alive"

"""The programs of the servers: fetched once by Maven, kept in the user's cache, started on loopback."""

import contextlib
import hashlib
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from filelock import FileLock

FUSEKI = "org.apache.jena:jena-fuseki-server:5.6.0"
OPENED = [
    f"--add-opens=java.base/{name}=ALL-UNNAMED"
    for name in ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent")
]
POM = Path(__file__).with_name("pom.xml")
PATIENCE = 120.0


def jars() -> Path:
    """Folder with ``neo4j/`` and ``fuseki/``; where Java or Maven is missing the test is skipped, but not in CI."""
    missing = [program for program in ("java", "mvn") if shutil.which(program) is None]
    if missing and not os.environ.get("CI"):
        pytest.skip(f"{' and '.join(missing)} not found: docs/testing.md says what the servers need")
    assert not missing, f"{missing} not found"
    key = hashlib.sha256(POM.read_bytes() + FUSEKI.encode()).hexdigest()[:12]
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "qigraph-test-servers"
    cache.mkdir(parents=True, exist_ok=True)
    folder = cache / key
    with FileLock(f"{folder}.lock"):
        if not folder.is_dir():
            draft = cache / f"{key}.draft"
            shutil.rmtree(draft, ignore_errors=True)
            plugin = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1"
            _maven(
                "-f",
                POM,
                f"{plugin}:copy-dependencies",
                "-DincludeScope=runtime",
                f"-DoutputDirectory={draft}/neo4j",
            )
            _maven(f"{plugin}:copy", f"-Dartifact={FUSEKI}", f"-DoutputDirectory={draft}/fuseki")
            draft.rename(folder)
    return folder


def _maven(*words: str | Path) -> None:
    done = subprocess.run(
        ["mvn", "-q", "-B", *map(str, words)], capture_output=True, text=True, check=False, cwd="/"
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]


def free_port() -> int:
    """A port on loopback that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextlib.contextmanager
def running(command: list[str], folder: Path, ready: Callable[[], bool]) -> Iterator[subprocess.Popen[bytes]]:
    """A server, from when it is ready until the end of the block."""
    log = folder / "log.txt"
    with log.open("wb") as output:
        process = subprocess.Popen(
            command, cwd=folder, stdout=output, stderr=subprocess.STDOUT, start_new_session=True
        )
    try:
        deadline = time.monotonic() + PATIENCE
        while not ready():
            assert process.poll() is None and time.monotonic() < deadline, log.read_text(errors="replace")[
                -3000:
            ]
            time.sleep(0.1)
        yield process
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def listening(port: int) -> bool:
    """Whether somebody does."""
    try:
        socket.create_connection(("127.0.0.1", port), 1).close()
    except OSError:
        return False
    return True


def neo4j_command(folder: Path, port: int, *settings: str) -> list[str]:
    """How Neo4j is started; its data, logs and configuration stand in the folder."""
    (folder / "conf").mkdir(parents=True, exist_ok=True)
    lines = [
        f"server.bolt.listen_address=127.0.0.1:{port}",
        "server.http.enabled=false",
        "server.https.enabled=false",
        "dbms.usage_report.enabled=false",
        "server.memory.pagecache.size=128m",
        *settings,
    ]
    (folder / "conf" / "neo4j.conf").write_text("\n".join(lines) + "\n")
    places = [f"--home-dir={folder}", f"--config-dir={folder / 'conf'}", "--console-mode"]
    return ["java", "-Xmx768m", "-XX:+UseSerialGC", *OPENED, "-cp", f"{jars()}/neo4j/*",
            "org.neo4j.server.CommunityEntryPoint", *places]  # fmt: skip


def fuseki_command(folder: Path, port: int) -> list[str]:
    """How Fuseki is started, with one dataset ``/qi`` on disk whose default graph is the union of all."""
    (folder / "db").mkdir(parents=True, exist_ok=True)
    (jar,) = (jars() / "fuseki").glob("*.jar")
    java = [
        "java",
        "-Xmx512m",
        "-XX:+UseSerialGC",
        "-cp",
        str(jar),
        "org.apache.jena.fuseki.main.cmds.FusekiMainCmd",
    ]
    store = [
        "--set",
        "tdb2:unionDefaultGraph=true",
        "--tdb2",
        "--loc",
        "db",
        "--update",
        "--timeout",
        "20000",
    ]
    return [*java, "--localhost", "--port", str(port), *store, "/qi"]


def oxigraph_command(folder: Path, port: int) -> list[str]:
    """How Oxigraph's server is started; the union of all graphs is its default graph."""
    program = str(Path(sys.executable).with_name("oxigraph"))
    place = ["--location", str(folder / "db"), "--bind", f"127.0.0.1:{port}"]
    return [program, "serve", *place, "--union-default-graph"]

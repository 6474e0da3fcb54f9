"""The server as a user starts it: the command line in a process of its own."""

import json
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import httpx

from qigraph.stores.property_graph import child_environment

COMMAND = [sys.executable, "-c", "from qigraph.cli import main; main()", "serve", "--port", "0"]


@dataclass
class Running:
    """A server: where it is, its process and what it has logged."""

    url: str
    process: subprocess.Popen
    log: list = field(default_factory=list)

    @property
    def address(self):
        parts = urlsplit(self.url)
        return parts.hostname, parts.port

    def get(self, path, **options):
        return httpx.get(self.url + path, timeout=60, trust_env=False, **options)

    def post(self, path, **options):
        return httpx.post(self.url + path, timeout=60, trust_env=False, **options)

    def sparql(self, query, accept="application/sparql-results+json", **options):
        return self.post("/sparql", data={"query": query}, headers={"Accept": accept}, **options)

    def cypher(self, query, **parameters):
        return self.post("/cypher", json={"query": query, "parameters": parameters})

    def stop(self, sign=signal.SIGTERM):
        self.process.send_signal(sign)
        return self.process.wait(30)


@contextmanager
def running(graph: Path, *options: str) -> Iterator[Running]:
    command = [*COMMAND, "-g", str(graph), *options]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=child_environment()
    )
    server = Running("", process)
    reader = threading.Thread(target=lambda: server.log.extend(map(json.loads, process.stderr)), daemon=True)
    reader.start()
    try:
        line = process.stdout.readline()
        server.url = next(word for word in line.split() if word.startswith("http://")).rstrip("/")
        yield server
    finally:
        process.kill()
        process.wait()
        reader.join(10)
        process.stdout.close()
        process.stderr.close()

"""Many clients at once ask a server of their own machine: every answer must be right, and how long it took is told.

Each client has a connection of its own and asks again as soon as it is answered: the three queries in turn.
"""

import asyncio
import itertools
import statistics
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit

import click

QUERIES = {
    "look up": "SELECT ?name { id:bipm skos:prefLabel|skos:altLabel ?name }",
    "members": """SELECT DISTINCT ?who ?network {
        ?x qi:memberOf ?n ; skos:prefLabel ?who . ?n skos:prefLabel ?network } LIMIT 50""",
    "count": "SELECT ?relation (COUNT(*) AS ?n) { ?s rdf:predicate ?relation } GROUP BY ?relation ORDER BY ?relation",
}
COMMAND = [sys.executable, "-c", "from qigraph.cli import main; main()", "serve", "--port", "0"]
HEAD = (
    b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\nContent-Length: "
)
PATIENCE = 60.0


@click.command()
@click.argument("graph", type=click.Path(path_type=Path, exists=True))
@click.option("--clients", default=200, show_default=True)
@click.option("--seconds", default=20.0, show_default=True)
@click.option("--workers", default=2, show_default=True)
def main(graph: Path, clients: int, seconds: float, workers: int) -> None:
    """Start a server for GRAPH and ask it from many clients; ends with 1 if one answer failed."""
    command = [*COMMAND, "-g", str(graph), "--workers", str(workers)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        try:
            url = next(word for word in server.stdout.readline().split() if word.startswith("http"))
            parts = urlsplit(url)
            times, failures = asyncio.run(load((parts.hostname, parts.port), clients, seconds))
        finally:
            server.terminate()
    for name, taken in times.items():
        print(f"{name}: {told(taken)}")
    everything = list(itertools.chain(*times.values()))
    rate = len(everything) / seconds
    print(f"{clients} clients, {workers} workers: {told(everything)}, {rate:.0f} answers a second")
    print(f"{len(failures)} failures{': ' + '; '.join(sorted(set(failures))) if failures else ''}")
    sys.exit(1 if failures else 0)


async def load(
    address: tuple[str, int], clients: int, seconds: float
) -> tuple[dict[str, list[float]], list[str]]:
    """Seconds of each answer by query, and what failed."""
    times: dict[str, list[float]] = {name: [] for name in QUERIES}
    failures: list[str] = []
    wanted = {name: await asked_once(address, name) for name in QUERIES}
    end = time.perf_counter() + seconds

    async def one(number: int) -> None:
        reader, writer = await asyncio.open_connection(*address)
        for name in itertools.islice(itertools.cycle(QUERIES), number % len(QUERIES), None):
            begun = time.perf_counter()
            if begun > end:
                break
            if (answer := await asked(reader, writer, name)) != wanted[name]:
                failures.append(answer[0])
            times[name].append(time.perf_counter() - begun)
        writer.close()

    for found in await asyncio.gather(*(one(number) for number in range(clients)), return_exceptions=True):
        if isinstance(found, BaseException):
            failures.append(repr(found))
    return times, failures


async def asked_once(address: tuple[str, int], name: str) -> tuple[str, bytes]:
    """The answer while nobody else asks."""
    reader, writer = await asyncio.open_connection(*address)
    answer = await asked(reader, writer, name)
    writer.close()
    assert answer[0] == "HTTP/1.1 200 OK", answer
    return answer


async def asked(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, name: str) -> tuple[str, bytes]:
    """Status line and body of an answer."""
    query = QUERIES[name].encode()
    writer.write(HEAD + str(len(query)).encode() + b"\r\n\r\n" + query)
    async with asyncio.timeout(PATIENCE):
        lines = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
        length = next(int(line[15:]) for line in lines if line.lower().startswith("content-length:"))
        return lines[0], await reader.readexactly(length)


def told(taken: list[float]) -> str:
    """Median and 99th percentile."""
    parts = statistics.quantiles(taken, n=100)
    return f"{len(taken)} answers, p50 {parts[49] * 1000:.0f} ms, p99 {parts[98] * 1000:.0f} ms"


if __name__ == "__main__":
    main()

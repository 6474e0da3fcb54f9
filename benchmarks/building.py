"""How long a build takes, how much memory, and how it grows with the number of documents."""

import resource
import shutil
import subprocess
import sys
import time
from pathlib import Path

COPIES = 20
QIGRAPH = [sys.executable, "-c", "from qigraph.cli import main; main()"]


def seconds(*words: str | Path) -> float:
    """Run ``qigraph`` and tell how long it took."""
    started = time.perf_counter()
    subprocess.run([*QIGRAPH, *map(str, words)], check=True, capture_output=True)
    return time.perf_counter() - started


def run(samples: Path, folder: Path) -> Path:
    """Measure; return the graph of the samples."""
    graph, many = folder / "samples.qi", folder / "many"
    first = seconds("build", samples, "-o", graph)
    again = seconds("build", samples, "-o", graph)
    many.mkdir()
    for copy in range(COPIES):
        for document in samples.iterdir():
            shutil.copy(document, many / f"{copy:02}-{document.name}")
    grown = seconds("build", many, "-o", folder / "many.qi")
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    characters = sum(len(path.read_text(encoding="utf-8")) for path in samples.iterdir())
    print(f"build of {len(list(samples.iterdir()))} documents, {characters:,} characters: {first:.1f} s")
    print(f"  again, nothing changed: {again / first:.2f} of that")
    print(
        f"  {COPIES} times the documents: {grown / first:.1f} times that, {memory:.0f} MB at most in a process"
    )
    return graph

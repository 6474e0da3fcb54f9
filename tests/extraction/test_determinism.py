"""The same document gives the same bytes, whatever the hash seed, the registry's order and what was read before."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

from qigraph.extraction import extract
from qigraph.facts import write_jsonl
from qigraph.loading.registry import Registry, load_registry
from tests.extraction.measuring import texts

ROOT = Path(__file__).parents[2]
PRINT_DIGEST = (
    "from tests.extraction.test_determinism import digest, load_registry; print(digest(load_registry()))"
)


def digest(registry: Registry, *, backwards: bool = False) -> str:
    """Digest of all facts and all that was dropped, document by document."""
    sums = {}
    for text in texts("tune")[:: -1 if backwards else 1]:
        found = extract(text, registry)
        lines = "".join(write_jsonl(found.facts)) + repr(found.dropped)
        sums[text.name] = hashlib.sha256(lines.encode()).hexdigest()
    return str(sorted(sums.items()))


def test_the_hash_seed_does_not_matter() -> None:
    digests = {
        subprocess.run(
            [sys.executable, "-c", PRINT_DIGEST],
            cwd=ROOT,
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "4711")
    }
    assert len(digests) == 1


def test_the_order_of_the_registry_does_not_matter() -> None:
    registry = load_registry()
    assert digest(Registry(registry.entries[::-1])) == digest(registry)


def test_what_was_read_before_does_not_matter() -> None:
    registry = load_registry()
    assert digest(registry, backwards=True) == digest(registry)

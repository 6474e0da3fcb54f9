"""How the time of extraction grows with hostile texts: each at two lengths, one four times the other.

Run from the checkout: ``python -m benchmarks.extraction.growth``. Four times the text should take about four times as
long; whatever takes more than eight times as long is marked, and grows faster than it should.
"""

import argparse
import time

from qigraph.extraction import extract
from qigraph.loading.registry import Registry, load_registry
from qigraph.reading.text import Text
from tests.extraction.attacks import FAMILIES, attack

GENEROUS = 8.0
NOTICEABLE = 0.2


def seconds(registry: Registry, text: Text) -> float:
    """Processor time to read one text."""
    began = time.process_time()
    extract(text, registry)
    return time.process_time() - began


def main() -> None:
    """Print a line for each attack."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--size", type=int, default=5_000, help="characters of the shorter text")
    options.add_argument("--html", action="store_true", help="read the texts as pages, not as Markdown")
    chosen = options.parse_args()
    media_type = "text/html" if chosen.html else "text/markdown"
    registry = load_registry()
    seconds(registry, Text("warm-up", "ILAC joined INetQI in 2018.", media_type))
    print("| text | s | s for four times as much | factor | |\n|---|---|---|---|---|")
    steep = 0
    for family, units in FAMILIES.items():
        for name in units:
            short, long = (
                seconds(registry, Text("attack", attack(family, name, size), media_type))
                for size in (chosen.size, 4 * chosen.size)
            )
            factor = long / max(short, 1e-4)
            mark = "steep" if factor > GENEROUS and long > NOTICEABLE else ""
            steep += bool(mark)
            print(f"| {family}: {name} | {short:.3f} | {long:.3f} | {factor:.1f} | {mark} |", flush=True)
    print(f"\n{steep} of {sum(map(len, FAMILIES.values()))} grow faster than they should.")


if __name__ == "__main__":
    main()

"""Run every benchmark on the sample documents."""

import tempfile
from pathlib import Path

from benchmarks import building, querying

SAMPLES = Path(__file__).parents[1] / "samples"


def main() -> None:
    """Build, then query what was built."""
    with tempfile.TemporaryDirectory() as folder:
        graph = building.run(SAMPLES, Path(folder))
        querying.run(graph)


if __name__ == "__main__":
    main()

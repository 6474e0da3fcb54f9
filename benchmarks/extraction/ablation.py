"""What each part of extraction contributes: the scores with one part at a time taken out.

Run from the checkout: ``python -m benchmarks.extraction.ablation``. It scores the half of the test documents that rules
were tuned on, and the documents with gold beside the checkout where these are there.
"""

import importlib
import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any
from unittest.mock import patch

from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.layout.spans import clean
from qigraph.extraction.reference import definite, discourse, nameless
from qigraph.extraction.sentence import pattern_index, patterns
from qigraph.extraction.sentence.skeleton import type_class
from qigraph.loading.registry import Registry
from qigraph.reading.text import Text
from tests.extraction.measuring import NotThereError, measure
from tests.extraction.scoring import Score

EXTRACT = importlib.import_module("qigraph.extraction.extract")


def paragraphs(text: Text) -> list[Block]:
    """The document as paragraphs between blank lines, nothing else recognised."""
    bounds = [(m.start(), m.end()) for m in re.finditer(r"(?:[^\n]|\n(?!\s*\n))+", text.characters)]
    spans = [clean(text.characters, start, stop) for start, stop in bounds]
    found = [Block("paragraph", span) for span in spans if span.text]
    for block in found:
        block.note_breaks(text.characters)
    return found


def one_mention(types: list[str], name: str) -> str:
    """A slot that takes one mention, never a group."""
    return rf"(?P<{name}>\ue0e0*{type_class(types)}(?:'s?\b)?)"


@contextmanager
def without(part: str) -> Iterator[Registry | None]:
    """Take a part out; what is yielded is the registry to read with, none for the usual one."""
    with ExitStack() as stack:
        if part == "blocks":
            stack.enter_context(patch.object(EXTRACT, "blocks", paragraphs))
        elif part == "coordination":
            stack.callback(pattern_index.forget)
            stack.enter_context(patch.object(patterns, "group", one_mention))
            pattern_index.forget()
        elif part == "reference":
            for module, name in (
                (discourse, "stands_for"),
                (discourse, "refer"),
                (definite, "antecedent"),
                (nameless, "antecedent"),
            ):
                stack.enter_context(patch.object(module, name, nothing))
        yield Registry.empty() if part == "registry" else None


def nothing(*_: Any, **__: Any) -> None:
    """Stands for nothing."""


def row(label: str, score: Score, whole: Score) -> str:
    """A line of the table."""
    figures = score.figures()
    names = ("precision", "recall", "f1", "core recall", "dates right")
    return (
        f"| {label} | {' | '.join(f'{figures[n]:.3f}' for n in names)} | {score.all.f1 - whole.all.f1:+.3f} |"
    )


def main() -> None:
    """Print a table for each set of documents."""
    for name in ("tune", "shared"):
        try:
            whole = measure(name)
        except NotThereError as reason:
            print(f"{name}: not measured: {reason}\n")
            continue
        print(
            f"| {name} | precision | recall | F1 | core recall | dates right | F1 lost |\n|---|---|---|---|---|---|---|"
        )
        print(row("everything", whole, whole))
        for part in ("registry", "blocks", "coordination", "reference"):
            with without(part) as registry:
                print(row(f"without {part}", measure(name, registry), whole), flush=True)
        print()


if __name__ == "__main__":
    main()

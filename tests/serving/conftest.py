"""A small graph, published once for the tests that only ask."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

import qigraph
from tests.serving.running import Running, running

TEXTS = {
    "a.txt": "BIPM is a member of INetQI since 2018. INetQI was established in 2018.",
    "b.txt": "ILAC is a member of INetQI since 2006.",
}


def build(folder: Path, texts: dict[str, str]) -> Path:
    documents = folder / "documents"
    documents.mkdir(exist_ok=True)
    for name, text in texts.items():
        (documents / name).write_text(text, encoding="utf-8")
    qigraph.build([documents], folder / "my.qi")
    return folder / "my.qi"


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graph folder."""
    return build(tmp_path_factory.mktemp("published"), TEXTS)


@pytest.fixture(scope="session")
def server(published: Path) -> Iterator[Running]:
    """The server that most tests ask."""
    with running(published, "--workers", "2", "--timeout", "20") as started:
        yield started


@pytest.fixture
def serve(published: Path) -> Iterator[Callable[..., Running]]:
    """Start a server of one's own, with options."""
    with ExitStack() as stack:
        yield lambda *options, graph=published: stack.enter_context(running(graph, *options))

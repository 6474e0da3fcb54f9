"""Documents and a build on the small stand-in world."""

import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

import qigraph.stores
from tests.graph import small_world


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Extraction, resolution and stores replaced by the stand-in."""
    for name, module in small_world.modules().items():
        monkeypatch.setitem(sys.modules, name, module)
        if name.startswith("qigraph.stores."):
            monkeypatch.setattr(qigraph.stores, name.rsplit(".", 1)[1], module, raising=False)
    monkeypatch.setattr(small_world, "extracted", [])
    monkeypatch.setattr(small_world, "rules", "rules 1")
    return small_world


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str], Path]:
    """Write a document below a folder of its own."""

    def write_document(name: str, text: str) -> Path:
        path = tmp_path / "documents" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return write_document

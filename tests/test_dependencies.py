"""What the package imports is what it declares to need: no more, no less."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
DISTRIBUTIONS = {
    "arcadedb_embedded": "arcadedb-embedded",
    "ahocorasick": "pyahocorasick",
    "docx": "python-docx",
    "jpype": "jpype1",
    "yaml": "pyyaml",
}
"""Distributions whose name is not that of the module that is imported."""

pytestmark = pytest.mark.skipif(
    not (ROOT / "pyproject.toml").is_file(), reason="the tests do not stand in a checkout"
)


def modules(path: Path) -> Iterator[str]:
    """Top-level names of the modules that a file imports anywhere."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.split(".")[0]


def names(requirements: list[str]) -> set[str]:
    return {re.split(r"[\s\[<>=!~;]", requirement, maxsplit=1)[0].lower() for requirement in requirements}


def test_every_import_is_declared_and_every_declared_dependency_imported() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = names(project["dependencies"]) | names(project["optional-dependencies"]["pandas"])
    imported = {module for path in (ROOT / "qigraph").rglob("*.py") for module in modules(path)}
    imported -= set(sys.stdlib_module_names) | {"qigraph"}
    found = {DISTRIBUTIONS.get(module, module) for module in imported}
    assert found == declared

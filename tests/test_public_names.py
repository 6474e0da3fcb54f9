"""What ``import qigraph`` gives, without loading anything before it is asked for."""

import subprocess
import sys

import pytest

import qigraph


@pytest.mark.parametrize("name", [*qigraph.__all__, "__version__"])
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(qigraph, name)
    assert name in dir(qigraph)


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="module 'qigraph' has no attribute 'nothing'"):
        qigraph.nothing  # noqa: B018


def test_importing_qigraph_loads_nothing_else() -> None:
    script = "import sys, qigraph; print([m for m in sys.modules if m.startswith('qigraph.')])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"

"""What ``make`` says on a machine that cannot set the project up: one line, before anything is made."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

MAKEFILE = Path(__file__).parents[1] / "Makefile"

pytestmark = [
    pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed"),
    pytest.mark.skipif(not MAKEFILE.is_file(), reason="the tests do not stand in a checkout"),
]


def make(folder: Path, target: str, python: str = sys.executable, customize: str = "") -> str:
    """Run make in a folder that holds nothing else, with a Python that ``customize`` makes worse."""
    shutil.copy(MAKEFILE, folder)
    (folder / "site").mkdir()
    (folder / "site" / "sitecustomize.py").write_text(f"import sys\n{customize}\n")
    done = subprocess.run(
        ["make", target, f"PYTHON={python}"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={"PATH": "/usr/bin:/bin", "PYTHONPATH": str(folder / "site"), "LC_ALL": "C.UTF-8"},
    )
    assert done.returncode != 0
    assert done.stdout == ""
    assert not (folder / ".venv").exists()
    assert done.stderr.count("\n") == 1
    return done.stderr


@pytest.mark.parametrize("target", ["demo", "test", "lint"])
def test_an_old_python_is_named_with_its_version(tmp_path: Path, target: str) -> None:
    said = make(tmp_path, target, customize="sys.version_info = (3, 9, 2)")
    assert "Python 3.11 or newer is needed" in said
    assert "is 3.9" in said


def test_a_missing_venv_package_is_named(tmp_path: Path) -> None:
    said = make(tmp_path, "demo", customize="sys.modules['ensurepip'] = None")
    assert "apt-get install python3-venv" in said


def test_a_missing_python_is_named(tmp_path: Path) -> None:
    assert "python3.99 is missing" in make(tmp_path, "test", python="python3.99")

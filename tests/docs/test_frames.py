"""The example of ``docs/frames.md`` reads what the page says that it reads."""

import json
import shutil
import subprocess
import sys
from typing import Any

import pytest

from qigraph.resources import resource
from tests.docs.conftest import Desk
from tests.docs.pages import ROOT, blocks

Row = dict[str, Any]

FRAMES = ROOT / "docs" / "frames.md"

EXTRACT = """
from pathlib import Path
import qigraph.resources
qigraph.resources._ROOTS = (Path.cwd(), *qigraph.resources._ROOTS)
from qigraph.cli import main
main()
"""
"""``qigraph`` with the loaders of the working folder."""


@pytest.fixture
def rows(desk: Desk) -> list[Row]:
    """What the frames of the page read from its sentences."""
    frames = desk.folder / "loaders" / "frames"
    shutil.copytree(resource("loaders/frames"), frames)
    example, (sentences,) = blocks(FRAMES, "yaml")[0], blocks(FRAMES, "markdown")
    (frames / "seats.yaml").write_text(example.text, encoding="utf-8")
    (desk.folder / "seats.md").write_text(sentences.text, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", EXTRACT, "extract", "seats.md", "--explain", "--format", "jsonl"],
        cwd=desk.folder,
        env=desk.environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def names(row: Row, end: str) -> set[str]:
    return {row[end]["label"], *row[end]["aliases"]}


def test_the_table_of_the_page_is_what_is_read(rows: list[Row]) -> None:
    page = FRAMES.read_text(encoding="utf-8")
    table = page.split("| subject | relation | object | date | rule |\n|---|---|---|---|---|\n")[1].split(
        "\n\n"
    )[0]
    told = [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()]
    read = [row for row in rows if str(row["rule"]).startswith("seats/")]
    assert len(told) == len(read)
    for subject, relation, target, date, rule in told:
        if not subject:
            dropped = [(row["relation"], f"dropped: {row['dropped']}") for row in read if "dropped" in row]
            assert (relation, rule) in dropped
            continue
        (row,) = [row for row in read if "dropped" not in row and names(row, "subject") & {subject}]
        assert target in names(row, "object")
        assert (row["relation"], row["date"] or "", row["rule"]) == (relation, date, rule)

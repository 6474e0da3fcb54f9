"""The page on the vocabulary is the one that its script writes from the vocabulary."""

import subprocess
import sys

from tests.docs.pages import ROOT


def test_the_page_is_written_anew_when_the_vocabulary_changes() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "docs" / "vocabulary.py"],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    written = (ROOT / "docs" / "vocabulary.md").read_text(encoding="utf-8")
    assert done.stdout == written, "run python docs/vocabulary.py docs/vocabulary.md"

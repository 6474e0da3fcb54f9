"""The page on the prepared questions is the one that its script writes from the queries and the samples."""

import subprocess
import sys

from tests.docs.pages import ROOT

ANSWERS = ("| ", "… and ", "The samples hold no answer.")
"""How the lines of an answer begin; extraction that reads more or better changes them."""


def test_the_page_is_written_anew_when_a_question_changes() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "docs" / "questions.py"],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    written = (ROOT / "docs" / "questions.md").read_text(encoding="utf-8")
    assert questions_of(done.stdout) == questions_of(written), (
        "run python docs/questions.py docs/questions.md"
    )


def questions_of(page: str) -> list[str]:
    return [line for line in page.splitlines() if line and not line.startswith(ANSWERS)]

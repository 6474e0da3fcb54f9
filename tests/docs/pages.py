"""The pages of the documentation, and the fenced blocks in them."""

import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
NEED_SERVERS = {ROOT / "docs" / "servers.md"}
"""Pages whose command lines are run beside real servers, in ``tests/servers``."""

_BLOCK = re.compile(r"^```(?P<language>\w*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Block:
    """A fenced block: its language and its text."""

    language: str
    text: str


@dataclass(frozen=True)
class Command:
    """A command line of a page, and what the page says that it prints; None where it does not say."""

    line: str
    prints: str | None = None


def blocks(page: Path, language: str | None = None) -> list[Block]:
    """The fenced blocks of a page, of all languages or of one."""
    found = [Block(m["language"], m["text"]) for m in _BLOCK.finditer(page.read_text(encoding="utf-8"))]
    return [block for block in found if language in (None, block.language)]


def commands(page: Path) -> list[Command]:
    """Every command line of a page: each line of ``sh``, each line after ``$`` of ``console``."""
    found = []
    for block in blocks(page):
        if block.language == "sh":
            found += [Command(line) for line in block.text.splitlines() if line]
        elif block.language == "console":
            for part in block.text.removeprefix("$ ").split("\n$ "):
                line, _, prints = part.partition("\n")
                found.append(Command(line, prints))
    return found

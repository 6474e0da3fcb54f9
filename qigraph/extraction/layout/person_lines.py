"""Lines that begin with a person's name: two of them are a list, not one paragraph that was wrapped."""

import re
import unicodedata

from qigraph.extraction.layout.line_kinds import names_a_group
from qigraph.extraction.lexicon import alternatives, lexicon

__all__ = ["continues_card", "is_person_line", "is_roster"]

_NAME = re.compile(
    r"\s*(?P<name>[A-Z\u00c0-\u00de][\w.'\u2019-]*(?:\s(?:[A-Z]\.|van|von|de|da|dos|del|der|den|bin|al|el|la|le|"
    r"[A-Z\u00c0-\u00de][\w'\u2019-]*)){1,5})\s*(?=[,;(\[|:\u2013\u2014\n-]|$)"
)
_LETTERED = re.compile(
    r"(?P<name>[^,]{5,50}),?\s(?:Ph\.?\s?D|Ed\.?D|M\.?Sc|MBA|D\.?Sc|OBE|CBE|C\.?Eng|P\.?Eng)\b\.?(?:\s?\([^()]*\))?$"
)
_LONGEST = 120
_LONGEST_LINE = 90
_FEWEST_LETTERS = 4
_LABEL = 6
"""Words of a label that leads a list in, at most."""
_TELLS = re.compile(r"\s(?:is|are|was|were|has|have|had|will|said|says|who|which|that|joined|met|signed)\s")


def is_person_line(text: str) -> bool:
    """Whether the line begins with a person's name, by title or given name, and tells no more than an office.

    Examples
    --------
    >>> is_person_line("Dr J. Doe (NMI), Chair"), is_person_line("Anna Lund met us.")
    (True, False)
    """
    line = text.strip()
    if lettered := _LETTERED.match(line):
        return bool(_NAME.match(lettered.group("name") + ","))
    if len(line) > _LONGEST or line.endswith((".", ":", "?")):
        return False
    titled = re.match(rf"(?:{alternatives(lexicon().titles)})\.?\s(?=[A-Z\u00c0-\u00de])", line)
    name = _NAME.match(line, titled.end() if titled else 0)
    if name is None:
        return bool(titled) and not re.search(r"\b(?:is|was|has|will|and|who)\b", line)
    if titled:
        return True
    words = name.group("name").split()
    plain = "".join(
        c for c in unicodedata.normalize("NFKD", words[0]).lower() if not unicodedata.combining(c)
    )
    return plain in lexicon().given and not any(
        word.lower() in lexicon().heads or word.lower() in lexicon().not_persons for word in words
    )


def continues_card(text: str) -> bool:
    """Whether the line may stand below a person's name on a card: short, without a verb, no label and no sentence.

    Examples
    --------
    >>> continues_card("Director, Legal Metrology"), continues_card("She was elected in 2019"), continues_card("")
    (True, False, False)
    """
    line = text.strip()
    if not line or len(line) > _LONGEST_LINE or re.search(r"[:?]$|[a-z]{3}\.$", line):
        return False
    if re.match(r"(?:[-*\u2022|#>]|\d+[.)])\s", line) or "\t" in line:
        return False
    return line[0].isupper() or line[0].isdigit() or line[0] == "(" if not _TELLS.search(line) else False


def is_roster(lines: list[str]) -> bool:
    """Whether the lines are persons, one a line, perhaps below the name of what they belong to.

    Examples
    --------
    >>> is_roster(["Executive Bureau", "Dr J. Doe (NMI), Chair", "Anna Lund, Treasurer"])
    True
    """
    if len(lines) < 2:
        return False
    labelled = lines[0].rstrip().endswith(":") and len(lines[0].split()) <= _LABEL
    titled = labelled or _titles_a_body(lines[0]) or names_a_group(lines[0])
    people = lines[1:] if titled else lines
    return len(people) > 0 and all(map(is_person_line, people))


def _titles_a_body(text: str) -> bool:
    """Whether the line is the name of a body and nothing else: "Executive Bureau", "Board of Directors"."""
    line = text.strip(" *_:\n")
    words = line.split()
    if not 1 <= len(words) <= 6 or re.search(r"[.,;()!?]", line) or len(line) < _FEWEST_LETTERS:
        return False
    small = [word for word in words if not word[0].isupper()]
    if not words[0][0].isupper() or not {*small} <= {"of", "and", "for", "the", "on"}:
        return False
    kind = lexicon().head_type(line)
    return kind is not None and (kind[0] == "Body" or kind[1] in lexicon().organs)

"""Headlines write verbs with capitals too: "IAF and ILAC Renew Tripartite MoU" names three things, not one."""

import re
from collections.abc import Iterator

from qigraph.extraction.names.name_runs import trim

__all__ = ["without_verbs"]

_BASES = (
    "renew sign reaffirm strengthen join meet become celebrate hold adopt elect attend co-host welcome mark"
)
_REGULAR = (
    "renew sign reaffirm strengthen join host launch announce welcome adopt publish elect attend celebrate appoint "
    "approve extend organise organize establish conclude issue present participate visit mark release support discuss"
)


def _third(verb: str) -> str:
    return verb + ("es" if verb.endswith(("sh", "ch", "ss")) else "s")


def _past(verb: str) -> str:
    return verb + ("d" if verb.endswith("e") else "ed")


_FORMS = {
    *_BASES.split(),
    *(form for verb in _REGULAR.split() for form in (_third(verb), _past(verb))),
    *(
        "held",
        "holds",
        "met",
        "meets",
        "becomes",
        "became",
        "chosen",
        "takes",
        "took",
        "following",
        "co-hosts",
    ),
} - {"mark", "marks", "supports", "visits", "presents", "issues", "welcome", "discusss", "releases", "hosts"}
_VERB = re.compile(
    r"\s(?:"
    + "|".join(sorted((form.capitalize() for form in _FORMS), key=lambda form: (-len(form), form)))
    + r"|(?<!of\s)(?<!and\s)(?<!in\s)(?<!for\s)(?<!to\s)(?<!on\s)The)(?=\s|$)"
)


def without_verbs(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """Yield the parts of a run of capitalised words between the verbs of a headline and at a new sentence.

    Parameters
    ----------
    text : str
        Text of a block.
    start, stop : int
        Of the run.

    Examples
    --------
    >>> text = "Lakes Board Renews Joint Declaration"
    >>> [text[a:b] for a, b in without_verbs(text, 0, len(text))]
    ['Lakes Board', 'Joint Declaration']
    """
    at = start
    for verb in _VERB.finditer(text, start, stop):
        left = trim(text, at, verb.start())
        if left[1] > left[0]:
            yield left
        at = verb.end()
    rest = trim(text, at, stop) if at > start else (start, stop)
    if rest[1] > rest[0]:
        yield rest

"""What "it" stands for behind a verb: "PTB hosts it" is said of a register, "RNF published it" of a guide."""

import re

from qigraph.extraction.things import Mention, Thing

__all__ = ["object_pronouns"]

_BEFORE = r"(?:have\s|has\s|had\s|then\s|also\s|later\s|first\s|now\s|helped\sto\s|helps\sto\s|helped\s)*"
_VERBS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (r"publish(?:ed|es)|issued?s?|re-?issued|printed|translated|edited|drafted|wrote|written|write|drew\sup|prepared|prepare"
     r"|compiled|reviewed|review|revised?|adopt(?:ed|s)|approv(?:ed|es)|endors(?:ed|es)|updat(?:ed|es)|draft",
     ("Publication", "Instrument")),
    (r"maintain(?:ed|s)|host(?:ed|s)|operat(?:ed|es)|keeps|kept|runs?|administ(?:ers|ered)|manag(?:es|ed)|look(?:s|ed)\safter"
     r"|took\sover", ("System",)),
    (r"fund(?:ed|s)|financ(?:ed|es)|sponsor(?:ed|s)|pa(?:id|ys)\sfor|co-fund(?:ed|s)|co-financ(?:ed|es)",
     ("Programme", "Event")),
    (r"implement(?:ed|s)|coordinat(?:ed|es)|co-ordinat(?:ed|es)|carried\sout|runs|ran|managed|manages|leads|led|executed",
     ("Programme",)),
    (r"organi[sz](?:ed|es)|host(?:ed|s)|convened|attended|addressed|opened|chaired|moderated", ("Event",)),
    (r"signed|renewed|re-signed|initialled|ratified|concluded", ("Agreement",)),
)  # fmt: skip
_IT = re.compile(
    rf"\b{_BEFORE}(?:{'|'.join(f'(?P<v{at}>{words})' for at, (words, _) in enumerate(_VERBS))})\s(?P<it>it)\b"
    r"(?!\s(?:is|was|to|that|possible|necessary|clear|easier|in\sorder|self)\b)"
)


def object_pronouns(
    text: str, start: int, stop: int, earlier: list[Mention], since: int
) -> list[tuple[int, int, Thing]]:
    """Where "it" stands behind a verb, and what it is: start, stop and the thing.

    Parameters
    ----------
    text : str
        Of the block.
    start, stop : int
        The sentence.
    earlier : list of Mention
        What was named before its end, in this block.
    since : int
        Where the sentences before begin that may have named it.
    """
    found = []
    for match in _IT.finditer(text, start, stop):
        verb = next(words for words in match.groupdict() if words != "it" and match.group(words))
        kinds = [kind for words, kinds in _VERBS if re.fullmatch(words, match.group(verb)) for kind in kinds]
        near = [m for m in earlier if m.type in kinds and since <= m.start and m.stop <= match.start()]
        if len({id(m.thing) for m in near}) == 1:
            found.append((*match.span("it"), near[-1].thing))
    return found

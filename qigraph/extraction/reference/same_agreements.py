"""One agreement under two names: "a memorandum" that two signed is that by the same parties which has a name."""

import re

from qigraph.extraction.lexicon import lexicon
from qigraph.extraction.names.agreement_names import canonical
from qigraph.extraction.reference.one_for_another import replaced
from qigraph.extraction.sentence.matching import Candidate
from qigraph.extraction.things import Thing

__all__ = ["same_agreements"]

_ANY_KIND = {"agreement", "agreements", "arrangement", "arrangements", "memorandum", "pact", "accord"}
"""What agreements of other kinds may be called when they are spoken of again."""
_ANOTHER = re.compile(
    r"\b(?:second|third|fourth|new|another|further|additional|other|separate)\b", re.IGNORECASE
)


def same_agreements(every: list[Candidate]) -> list[Candidate]:
    """What is signed without a name is the agreement that the document names by the same parties.

    Parameters
    ----------
    every : list of Candidate
        All of one document.
    """
    named: dict[frozenset[int], Thing] = {}
    signed: dict[int, set[int]] = {}
    nameless: dict[int, Thing] = {}
    for candidate in every:
        target = candidate.object
        if candidate.relation != "signatoryOf" or candidate.objection or not isinstance(target, Thing):
            continue
        if target.own and len(target.parties) > 1:
            named.setdefault(frozenset(id(party) for party in target.parties), target)
        elif not target.own and candidate.subject.type != "Person":
            nameless[id(target)] = target
            signed.setdefault(id(target), set()).add(id(candidate.subject))
    dated = {id(c.subject): c.object for c in every if c.relation == "signedOn" and not c.objection}
    first: dict[frozenset[int], list[int]] = {}
    same: dict[int, Thing] = {}
    for key, who in signed.items():
        parties = frozenset(who)
        alike = (k for k in first.get(parties, ()) if _one(nameless[k], nameless[key], dated))
        if parties in named:
            same[key] = named[parties]
        elif len(parties) > 1 and (earlier := next(alike, None)) is not None:
            same[key] = nameless[earlier]
        else:
            first.setdefault(parties, []).append(key)
    for key, agreement in same.items():
        agreement.call(nameless[key].label, *nameless[key].names)
    return [replaced(candidate, same) for candidate in every]


def _one(agreement: Thing, later: Thing, dated: dict[int, str | Thing]) -> bool:
    """Whether what is signed later between the same parties may be the same agreement: no other kind, no other date."""
    kinds = [lexicon().head_type(re.sub(r"\s\([^()]*\)", "", thing.label)) for thing in (agreement, later)]
    heads = {canonical(kind[1]) for kind in kinds if kind} - _ANY_KIND
    one, other = str(dated.get(id(agreement), "")), str(dated.get(id(later), ""))
    told_apart = bool(one and other) and not (one.startswith(other) or other.startswith(one))
    return len(heads) < 2 and not told_apart and not _ANOTHER.search(later.label)

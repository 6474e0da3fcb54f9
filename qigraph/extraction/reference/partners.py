"""Who works together by what they signed: partners and twins, no crowds, and none who join what others have."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from qigraph.extraction.names.agreement_names import is_several
from qigraph.extraction.sentence.matching import Candidate
from qigraph.extraction.things import Thing

__all__ = ["crowds", "joined_a_third", "joining", "partners", "twinned"]

_MOST_PARTNERS = 4
_TWO = 2


def partners(accepted: list[Candidate]) -> Iterator[Candidate]:
    """Those who signed one agreement with each other work together, where no sentence names them side by side.

    Parameters
    ----------
    accepted : list of Candidate
        All that were accepted of one document.
    """
    parties: dict[int, dict[int, Candidate]] = {}
    known = {frozenset((id(c.subject), id(c.object))) for c in accepted if c.relation == "cooperatesWith"}
    for candidate in accepted:
        pact = candidate.object
        if (
            candidate.relation == "signatoryOf"
            and isinstance(pact, Thing)
            and candidate.subject.type != "Person"
        ):
            between = not pact.own or len(pact.parties) > 1
            if between and not is_several(pact.label):
                parties.setdefault(id(pact), {}).setdefault(id(candidate.subject), candidate)
    for signed in parties.values():
        for one, other in combinations(signed.values(), 2) if len(signed) <= _MOST_PARTNERS else ():
            if frozenset((id(one.subject), id(other.subject))) not in known:
                yield replace(one, relation="cooperatesWith", object=other.subject, since=None, until=None)


def twinned(accepted: list[Candidate]) -> Iterator[Candidate]:
    """The two that signed a twinning arrangement are twins.

    Parameters
    ----------
    accepted : list of Candidate
        All that were accepted of one document.
    """
    parties: dict[int, list[Candidate]] = {}
    for candidate in accepted:
        target = candidate.object
        if (
            candidate.relation == "signatoryOf"
            and isinstance(target, Thing)
            and "twinning" in target.label.lower()
        ):
            parties.setdefault(id(target), []).append(candidate)
    for signed in parties.values():
        pair = list({id(c.subject): c for c in signed if c.subject.type == "Organisation"}.values())
        if len(pair) == 2:
            yield replace(pair[0], relation="twinnedWith", object=pair[1].subject)


def crowds(accepted: list[Candidate]) -> set[tuple[int, int]]:
    """The sentences in which so many sign one agreement that no two of them can be said to work together.

    Parameters
    ----------
    accepted : list of Candidate
        All that were accepted of one document.
    """
    parties: dict[tuple[int, int], set[int]] = {}
    for candidate in accepted:
        if candidate.relation == "signatoryOf" and candidate.subject.type != "Person":
            parties.setdefault((id(candidate.block), candidate.start), set()).add(id(candidate.subject))
    return {where for where, signed in parties.items() if len(signed) > _MOST_PARTNERS}


def joining(accepted: list[Candidate]) -> set[tuple[int, int, str]]:
    """Where it is said that some signed an agreement that is called by its owner, "the IAF MoU": they join it.

    Parameters
    ----------
    accepted : list of Candidate
        All that were accepted of one document.
    """
    found = set()
    for candidate in accepted:
        pact = candidate.object
        if candidate.relation != "signatoryOf" or not isinstance(pact, Thing) or not pact.own:
            continue
        if len(pact.owners) == 1 and candidate.subject is not pact.owners[0] and len(pact.parties) < _TWO:
            found.add((id(candidate.block), candidate.start, candidate.rule))
    return found


def joined_a_third(candidate: Candidate, accepted: list[Candidate]) -> bool:
    """Whether two do no more than sign the memorandum of somebody else: "A and B signed the IAF MoU".

    Parameters
    ----------
    candidate : Candidate
        Of the document.
    accepted : list of Candidate
        All that were accepted of one document.
    """
    if candidate.relation != "cooperatesWith" or not candidate.rule.startswith("agreements/signs"):
        return False
    pair = {id(candidate.subject), id(candidate.object)}
    for other in accepted:
        pact = other.object
        here = other.block is candidate.block and other.start == candidate.start
        if here and other.relation == "signatoryOf" and isinstance(pact, Thing) and len(pact.parties) == 1:
            return id(other.subject) in pair and id(pact.parties[0]) not in pair
    return False

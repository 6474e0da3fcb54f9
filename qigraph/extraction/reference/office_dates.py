"""Dates of offices: "elected chair in 2019" tells since when, "the chair, Ana Silva, spoke in 2019" does not."""

import re
from dataclasses import replace

from qigraph.extraction.sentence.matching import Candidate

__all__ = ["of_office"]

_BEGINS = re.compile(
    r"\b(?:since|as of|as from|from|effective|starting|beginning|(?:re-?)?elect\w*|(?:re-?)?appoint\w*|bec[ao]mes?"
    r"|named|nam(?:es|ing)|chairs|chaired|presid(?:es|ed)|holds?|held|join(?:s|ed)?|nominat\w*|takes?|took|taken|assum\w+|succe\w+"
    r"|confirm\w*|chose\w*|designat\w*|promot\w*|replac\w*|passed|passes"
    r"|handed|went|moved|moves|fell|terms?|mandate|approved|entrusted|installed|sworn|period|years?|until|till|made)\b",
    re.IGNORECASE,
)
_OFFICES = ("chairs", "affiliatedWith")


def of_office(candidate: Candidate) -> Candidate:
    """The candidate without a date that dates something else than the begin of an office.

    Parameters
    ----------
    candidate : Candidate
        Of the document.
    """
    if candidate.relation not in _OFFICES or candidate.since is None or candidate.until is not None:
        return candidate
    read = candidate.rule.startswith(("structure/", "labels/", "tables/", "people_labels/"))
    if read or _BEGINS.search(candidate.block.text[candidate.start : candidate.stop]):
        return candidate
    return replace(candidate, since=None)

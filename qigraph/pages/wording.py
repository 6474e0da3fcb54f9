"""Relations in words, read from either end."""

import re

__all__ = ["inverse_words", "relation_words"]

_INVERSE = {
    "memberOf": "members",
    "observerAt": "observers",
    "foundedBy": "founder of",
    "successorOf": "succeeded by",
    "partOf": "parts",
    "signatoryOf": "signatories",
    "issued": "issued by",
    "maintains": "maintained by",
    "contributedTo": "contributions from",
    "chairs": "chaired by",
    "secretariatOf": "secretariat kept by",
    "focalPointOf": "focal points",
    "organised": "organised by",
    "sponsored": "sponsored by",
    "participatedIn": "participants",
    "heldIn": "place of",
    "seatIn": "seat of",
    "addressesGoal": "addressed by",
    "worksOn": "worked on by",
    "affiliatedWith": "people",
}


def relation_words(relation: str) -> str:
    """A relation as words.

    Examples
    --------
    >>> relation_words("secretariatOf")
    'secretariat of'
    """
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", relation).lower()


def inverse_words(relation: str) -> str:
    """What to write over the subjects when the object is looked at; symmetric relations read the same.

    Examples
    --------
    >>> inverse_words("memberOf"), inverse_words("twinnedWith")
    ('members', 'twinned with')
    """
    return _INVERSE.get(relation, relation_words(relation))

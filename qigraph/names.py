"""What becomes of a name: one form for comparison, one for identifiers, one for narrow places."""

import hashlib
import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from qigraph.facts import Entity

__all__ = ["normal", "short_name", "slug"]

LONGEST_SHORT = 12
_ACRONYM = re.compile(rf"(?=(?:.*[A-Z0-9]){{2}})[\w/&.+-]{{2,{LONGEST_SHORT}}}")


@lru_cache(maxsize=4096)
def normal(name: str) -> str:
    """A name for comparison: no case, accents, punctuation, article; -ise and co-operation evened.

    Parameters
    ----------
    name : str

    Examples
    --------
    >>> normal("The International Organisation for Standardisation") == normal(
    ...     "International Organization for Standardization"
    ... )
    True
    """
    text = unicodedata.normalize("NFKD", name).casefold()
    text = "".join(c for c in text if not unicodedata.combining(c)).replace("co-", "co").replace("&", " and ")
    text = re.sub(r"[^\w]+", " ", text).strip()
    text = re.sub(r"^(?:the|a|an) ", "", text)
    return re.sub(r"is(ation|ing|ed|e)\b", r"iz\1", text)


def slug(name: str) -> str:
    """A name for an identifier: lower-case ASCII letters, digits and hyphens.

    Parameters
    ----------
    name : str
        What is left of a long one is told from others by a digest of the whole.

    Examples
    --------
    >>> slug("TÜBİTAK UME: project placements")
    'tubitak-ume-project-placements'
    """
    text = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    text = re.sub(r"[^a-z0-9]+", "-", text).strip("-")
    if len(text) > 80 or not text:
        digest = hashlib.sha256(name.encode()).hexdigest()[:10]
        text = f"{text[:68].rstrip('-')}-{digest}".lstrip("-")
    return text


def short_name(entity: Entity, used: Mapping[str, int] | None = None) -> str:
    """Its acronym, for narrow places; its label where that is short itself or there is no acronym.

    Of several acronyms (in other languages), the one that is its identifier; else the one that is used most;
    else the one with the fewest letters and figures, as its makers write it: WP.6, IQNet.

    Parameters
    ----------
    entity : Entity
    used : mapping or None
        How often each word stands in the documents, where that is known.

    Examples
    --------
    >>> short_name(Entity("wto", "World Trade Organization", "Organisation", ("OMC", "WTO")))
    'WTO'
    >>> short_name(Entity("goal/9", "SDG 9", "Goal", ("Industry, innovation and infrastructure", "SDG9")))
    'SDG 9'
    >>> short_name(Entity("unece-wp6", "Working Party on Regulatory Cooperation", "Body", ("WP.6", "WP6")))
    'WP.6'
    """
    if len(entity.label) <= LONGEST_SHORT:
        return entity.label
    identifier = entity.id.rpartition("/")[2]
    counts = used or {}
    return min(
        (name for name in entity.aliases if _ACRONYM.fullmatch(name)),
        key=lambda name: (
            slug(name) != identifier,
            -counts.get(name, 0),
            sum(map(str.isalnum, name)),
            name.swapcase(),
        ),
        default=entity.label,
    )

"""Spelling variants of names, so that the registry need state each name once."""

import re

__all__ = ["spellings"]

_APOSTROPHE = (r"['’]", "'", "’")
_ENGLISH = (
    (r"Organi[sz]ation", "Organisation", "Organization"),
    (r"(?<!Organ)i[sz]ation", "isation", "ization"),
    (r"Co-?operation", "Co-operation", "Cooperation"),
    (r"co-?operation", "co-operation", "cooperation"),
    (r"Co-?ordination", "Co-ordination", "Coordination"),
    (r"co-?ordination", "co-ordination", "coordination"),
    (r"Cent(?:re|er)\b", "Centre", "Center"),
    (r"Programme\b", "Programme", "Program"),
    (r"Asia[ -]Pacific", "Asia-Pacific", "Asia Pacific"),
    (r" (?:and|&) ", " and ", " & "),
)
_RULES = {
    language: tuple((re.compile(pattern), options) for pattern, *options in pairs)
    for language, pairs in (("en", (*_ENGLISH, _APOSTROPHE)), ("", (_APOSTROPHE,)))
}


def spellings(name: str, language: str = "en") -> tuple[str, ...]:
    """Every usual spelling of a name, itself first, the others sorted.

    Parameters
    ----------
    name : str
        As the organisation writes it.
    language : str
        Code of its language; names that are not English vary in their apostrophes only.

    Examples
    --------
    >>> spellings("World Trade Organization")
    ('World Trade Organization', 'World Trade Organisation')
    >>> len(spellings("International Organization for Standardization"))
    4
    >>> spellings("Organisation mondiale du commerce", "fr")
    ('Organisation mondiale du commerce',)
    """
    found: set[str] = {name}
    for pattern, options in _RULES.get(language, _RULES[""]):
        if pattern.search(name):
            found = {pattern.sub(option, variant) for variant in found for option in options} | {name}
    return (name, *sorted(found - {name}))

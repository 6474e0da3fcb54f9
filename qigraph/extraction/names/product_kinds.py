"""What publications and instruments without a name are called: "a guide on scales", "a set of e-learning modules"."""

import re

from qigraph.extraction.lexicon import plural

__all__ = ["NEW_PRODUCT", "TYPE_OF_KIND"]

_HEADS = {
    "Publication": (
        "report|annual report|study|guide|guidebook|brochure|booklet|leaflet|handbook|toolkit"
        "|white paper|position paper"
        "|policy brief|working paper|background paper|concept paper|information paper|roadmap"
        "|publication|manual|compendium"
        "|fact sheet|factsheet|survey|newsletter|primer|glossary|guidance document|guidance note"
        "|discussion paper"
        "|position statement|information sheet|briefing note|issue brief|textbook|flyer|poster"
        "|infographic|video|film|podcast"
        "|journal|magazine|bulletin|dictionary|vocabulary|directory|catalogue|checklist|case study"
        "|e-learning module|training module|learning module|module|FAQ document|FAQ|thematic paper"
        "|review|inventory"
    ),
    "Instrument": (
        "guidelines|guideline|recommendation|resolution|definition|code of practice"
        "|code of conduct|technical report"
        "|technical specification|standard|law|regulation|strategy|strategic plan"
        "|declaration of principles|policy"
        "|quality policy|technical regulation|model law|action plan|framework document"
        "|policy document|procedure"
    ),
}
_PLURAL_TOO = re.compile(
    r"guide|brochure|booklet|leaflet|handbook|manual|guidance document|position paper|policy brief"
    r"|fact ?sheet|video|infographic"
    r"|module|case stud|recommendation|guideline|technical report|report|stud|checklist|poster"
    r"|guidance note|white paper"
)
_SINGULAR = {head: kind for kind, heads in _HEADS.items() for head in heads.split("|")}
_PLURAL = {plural(head): kind for head, kind in _SINGULAR.items() if _PLURAL_TOO.search(head)}
TYPE_OF_KIND = _PLURAL | _SINGULAR
"""Entity type by noun, in the singular or plural."""


def _any(heads: dict[str, str]) -> str:
    return "|".join(sorted(heads, key=lambda head: (-len(head), head)))


_MADE = (
    r"(?:\w+ly\s|first\s)?(?:issued|published|released|launched|produced|prepared|developed"
    r"|adopted|approved|drafted|compiled"
    r"|written|drawn\sup|brought\sout)"
)
_STOP = (
    r"which|that|was|were|is|are|in|by|with|at|has|have|had|published|issued|adopted|released"
    r"|launched|prepared|developed"
    r"|entitled|titled|called|during|from|jointly|together|as|when|where|who|after|before|since"
    r"|including|through|via"
)
_WORD = rf"(?!(?:{_STOP}|drafted|produced|elaborated|wrote|written)\b)(?:[a-z]|[A-Z]{{2,}})[\w-]*"
_ACTS = (
    r"help|assist|support|be|make|ensure|promote|provide|facilitate|address|enable|improve|guide"
    r"|serve|inform|meet|raise"
    r"|strengthen|allow|give|show|explain|reflect|encourage|clarify|describe|identify|increase"
    r"|reduce|protect|set|implement"
)
_TAIL = (
    rf"\s(?:on|for|about|of|to(?!\s(?:{_ACTS})\b))\s(?:the\s|a\s)?[\w'\"/-]+"
    rf"(?:\s(?!(?:{_STOP}|and\s(?:the|a|an|its))\b)[\w'\"/-]+){{0,14}}"
)
NEW_PRODUCT = re.compile(
    r"\b(?:(?P<det>[Aa]n?|[Ii]ts|[Oo]ur|[Aa]nother|[Tt]heir|"
    r"(?:published|issued|released|adopted|developed|prepared|drafted|elaborated|produced)"
    r"(?=\s[a-z -]{0,30}guidelines\b)|"
    rf"[Tt]he(?=\s[a-z]+(?:\s[a-z]+)?\s(?:on|about|for)\s[^.;]{{5,90}}?(?:\s(?:was|were|has\sbeen"
    rf"|have\sbeen)\s|,\s|\s){_MADE}"
    r"(?:\s(?:jointly\s)?by\b|\sin\s(?:\w+\s)?(?:19|20)\d\d|[.,]))"
    r"|[Tt]he (?:first|new|joint|latest)|[Ii]ts (?:first|new|joint|latest)|[Tt]he world's first)\s"
    rf"(?P<phrase>(?:{_WORD}\s){{0,3}}?(?P<head>{_any(_SINGULAR)}))\b(?![-\w])(?P<tail>{_TAIL})?"
    r"|(?P<set>(?:(?:[Aa]|[Tt]he)\s)?(?P<phrase_set>(?:set|series|collection|suite|package"
    r"|library)\sof)|[Tt]wo|[Tt]hree|[Ff]our"
    r"|[Ff]ive|[Ss]ix|[Ss]everal|[Nn]ew|[Jj]oint|[Tt]he)\s"
    rf"(?P<phrases>(?:{_WORD}\s){{0,3}}?(?P<heads>{_any(_PLURAL)}))\b(?![-\w])(?P<tails>{_TAIL}))"
)
"""A noun of some kind, with what determines it and what it is on; many of them only with what they are on."""

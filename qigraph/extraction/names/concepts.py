"""Topics: things with a fixed vocabulary."""

import re
from functools import cache

from qigraph.extraction.cued import Cued, cued
from qigraph.extraction.names.beside_topics import beside_topics
from qigraph.extraction.names.goals import goal_mentions, speaks_of_goals
from qigraph.extraction.names.topic_names import topics_in
from qigraph.extraction.things import Mention, Things
from qigraph.facts import Entity

_W = r"[\w\u2019'-]+"
_COMPOSED = (
    ("trade-facilitation",
     rf"facilitat(?:e|es|ed|ing|ion of)\s(?:{_W},?\s){{0,5}}?(?P<at>trade|commerce|exports)"),
    ("trade-facilitation",
     rf"(?:support|promot|enabl|eas|foster|boost|enhanc|increas|expand|stimulat)(?:e|es|s|ing)?\s(?:{_W}\s){{0,2}}?(?P<at>(?:fair|safe|safer|inclusive|free|open|sustainable|international|regional|intra-?\w+|global|world|cross-border|free|bilateral|inter-regional)\strade)"),
    ("trade-facilitation",
     rf"(?:remov|reduc|eliminat|lower|overcom|dismantl|abolish|minimi[sz]|tackl)\w*\s(?:of\s)?"
     rf"(?:{_W}\s){{0,2}}?(?P<at>(?:technical\s)?(?:barriers|obstacles|impediments|hindrances)\sto\s(?:{_W}\s)?trade"
     r"|(?:technical|trade)\sbarriers)"),
    ("capacity-building",
     rf"(?:build|strengthen|develop|enhanc|improv|rais|increas|reinforc|upgrad)(?:e|es|ing|s)?\s"
     rf"(?:{_W},?\s){{0,5}}?(?P<at>capacity|capacities|capabilities|skills|competences?|competencies|know-how)"),
    ("climate-and-environment",
     rf"(?:protect|safeguard|preserv|conserv)(?:e|es|s|ing|ion)?\s(?:of\s)?"
     rf"(?:{_W},?\s){{0,7}}?(?P<at>environment)"),
    ("climate-and-environment",
     r"(?<!investment\s)(?<!business\s)(?<!political\s)(?<!economic\s)(?P<at>climate)(?!\sof\b)"),
    ("standardisation",
     r"(?:develop|set|mak|publish|elaborat|draft|writ|prepar|adopt|harmoni[sz]|formulat|enforc|promot|approv)(?:e|es|s|ing|ting|ed|es)?"
     r"(?:,\s\w+){0,2}\s(?:and\s\w+\s)?(?:(?:new|own|national|international|regional|technical|voluntary|consensus|global|industry"
     r"|African|European|Arab|common|harmoni[sz]ed|consensus-based|market-relevant|\d+|about|some|over)\s){0,4}"
     r"(?P<at>standards)(?!\sof\s(?:living|conduct))"),
    ("standardisation",
     r"(?:develop|elaborat|formulat|draft)(?:e|es|s|ing|ed)?\s(?:(?:a\s(?:wide\s)?(?:range|series|number|set)\sof|[\w/-]+(?<!\bto)(?<!\bin)"
     r"(?<!\bof)(?<!\bon)(?<!\bby)(?<!\bfor)(?<!\bthat)(?<!\bwith)(?<!\bwhich)(?<!\bfrom)(?<!\bas)),?\s){1,6}"
     r"(?P<at>standards)(?!\sof\s(?:living|conduct))"),
    ("standardisation",
     r"\b(?:work|works|working|activities|co-?operation|cooperates?|policy|policies)\s(?:on|in)\s"
     r"(?P<at>standards)(?=[,.;]|\s(?:and|is|are|serves?|supports?|contributes?|with|since|has|have|in)\b)"),
    ("standardisation",
     r"(?P<at>standards\s(?:harmoni[sz]ation|development|setting|making|writing|promotion))"),
    ("health",
     r"(?:protect|safeguard|promot|improv)(?:e|es|s|ing|ion|ed)?\s(?:of\s)?(?:the\s)?(?:(?:public|human|consumer|animal)\s)?(?P<at>health)"
     r"(?=\s(?:of|and)\b|[,.;])"),
    ("capacity-building",
     r"(?P<at>(?:training|retraining|education and training)\sof\s(?:(?:its|their|the|technical|qualified)\s)?"
     r"(?:personnel|staff|experts|specialists|professionals|inspectors|assessors|auditors|metrologists|technicians|officials"
     r"|verifiers|engineers|officers|regulators))"),
    ("capacity-building",
     r"\btrain(?:s|ing)?\s(?:and\s\w+\s)?(?:\w+\s){0,2}?(?P<at>delegates|officials|staff|personnel|experts|inspectors"
     r"|assessors|auditors|metrologists|technicians|specialists|regulators|professionals|laboratories)"),
    ("capacity-building",
     r"(?:perform|provid|conduct|deliver|offer)(?:s|es|ing)?\s(?:\w+\s){0,2}?(?P<at>training)(?!\s(?:course|workshop|session|seminar))"),
    ("capacity-building",
     r"(?:[Gg]roup|[Cc]ommittee|[Pp]anel|[Pp]arty|[Ff]orce|[Bb]ranch|[Uu]nit)\s(?:on|for)\s(?P<at>training)\b"),
    ("conformity-assessment",
     r"(?:standardi[sz]ation|metrology|accreditation|testing|inspection|quality control|calibration),?\s(?:and\s)?"
     r"(?P<at>certification)(?!\sbod)"),
    ("conformity-assessment",
     r"(?P<at>certification),?\s(?:and\s)?(?:standardi[sz]ation|metrology|accreditation|testing|inspection)(?!\sbod)"),
    ("conformity-assessment",
     r"(?P<at>certification\smark(?:s|ing)|product\scertification|certification\sof\sproducts)"),
    ("gender",
     r"(?P<at>women)\sin\s(?:science|metrology|trade|standardi[sz]ation|business|industry|engineering)"),
    ("metrology",
     r"(?:standardi[sz]ation|standards|accreditation|testing|certification|conformity assessment|calibration),?\s"
     r"(?:and\s)?(?P<at>measurement)(?=[\s,.;](?!\w+ing\b))"),
    ("metrology",
     r"(?P<at>measurement),?\s(?:and\s)?(?:standardi[sz]ation|accreditation|certification|conformity)"),
    ("standardisation",
     r"(?P<at>standards),?\s(?:and\s)?(?:metrology|accreditation|testing|certification|conformity\sassessment"
     r"|technical\sregulations?|quality\scontrol)"),
    ("standardisation",
     r"(?:metrology|accreditation|certification|conformity\sassessment|technical\sregulations?),?\s(?:and\s)?"
     r"(?P<at>standards)(?=[,.;]|\sand\s)"),
    ("conformity-assessment",
     r"(?:metrology|standards|accreditation|standardi[sz]ation|inspection|calibration),?\s(?:and\s)?"
     r"(?P<at>testing)(?=[,.;)]|\sand\s|\sin\s)"),
    ("standardisation",
     r"(?P<at>standards)\s(?:and\s\w+\s)?(?:programmes?|programs?|projects?|initiatives?)"),
    ("standardisation",
     r"(?:formulation|enforcement|preparation|elaboration|promotion|publication|harmoni[sz]ation|setting|drafting)\s"
     r"(?:and\s\w+\s)?of\s(?:the\s)?(?:(?:new|national|international|regional|African|common|Gulf)\s){0,2}(?P<at>standards)"),
    ("standardisation",
     r"(?P<at>standardi[sz]ing\s(?:bodies|associations|organi[sz]ations|activities|institutions))"),
)  # fmt: skip
"""Topics that are named by a verb and its object, between which other words may stand: what they are, and how."""

_TRADE = "topic/trade-facilitation"
"""Technical barriers to trade are the business of regulation; to remove them is that of trade."""

__all__ = ["topic_mentions"]

_STANDARDS = re.compile(
    r"(?:^|(?<=[.;:]\s)|(?<=\b[Hh]ow\s)|(?<=\b[Tt]hat\s))(?:(?:[Mm]ost|[Mm]any|[Ss]ome|[Ss]everal|[Aa]ll"
    r"|[Tt]housands of|[Aa] number of|[Tt]echnical|[Ii]nternational|[Vv]oluntary|[Tt]he use of)\s)*(?P<at>[Ss]tandards)"
    r"(?=\s(?:can|also|directly|contribut|support|help|play|are|which|that|address|underpin|advance|serve|and)|,\s)"
)
"""Where "standards" are what a sentence on goals speaks of, and not documents of somebody."""


@cache
def _composed() -> tuple[tuple[Cued, Entity], ...]:
    return tuple(
        (cued(rf"(?<![\w-]){words}(?![\w-])", re.IGNORECASE), _topics()[name]) for name, words in _COMPOSED
    )


@cache
def _topics() -> dict[str, Entity]:
    from qigraph.loading.topics import load_topics

    return {topic.entity.id.removeprefix("topic/"): topic.entity for topic in load_topics()}


def topic_mentions(text: str, things: Things) -> list[Mention]:
    """Mentions of topics by any of their names, in order.

    Examples
    --------
    >>> text = "work on calibration services, and facilitating regional trade"
    >>> [mention.thing.label for mention in topic_mentions(text, Things())]
    ['metrology', 'trade facilitation']
    """
    found = [_topic_mention(start, stop, entity, things) for start, stop, entity in topics_in(text)]
    for composed, entity in _composed():
        for match in composed.finditer(text):
            over = [m for m in found if m.start < match.end("at") and match.start("at") < m.stop]
            if all(entity.id == _TRADE and m.thing.label == "technical regulation" for m in over):
                found = [m for m in found if m not in over]
                found.append(_topic_mention(*match.span("at"), entity, things))
    if "tandards" in text and speaks_of_goals(text) and any(goal_mentions(text, Things())):
        for match in _STANDARDS.finditer(text):
            if all(match.end("at") <= m.start or m.stop <= match.start("at") for m in found):
                found.append(_topic_mention(*match.span("at"), _topics()["standardisation"], things))
    for start, stop, name in beside_topics(text, [(m.start, m.stop) for m in found]):
        found.append(_topic_mention(start, stop, _topics()[name], things))
    return sorted(found, key=lambda m: m.start)


def _topic_mention(start: int, stop: int, entity: Entity, things: Things) -> Mention:
    plain = Entity(entity.id, entity.label, entity.type)
    return Mention(start, stop, [things.of_entity(plain)], "Topic")

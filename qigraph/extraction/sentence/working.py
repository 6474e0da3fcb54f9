"""Who works on a topic, what serves a goal: the subject of a clause, and what its verb or a definition says of it.

The subject must stand at the head of its sentence ("The network …", "The mission of X is …"): what a sentence says in
general, or of somebody else, is nobody's work. The words are those of ``loaders/names/work.yaml``.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from itertools import product

from qigraph.extraction.cued import cued
from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.lexicon import alternatives, plural, read_yaml
from qigraph.extraction.names.concepts import topic_mentions
from qigraph.extraction.sentence.assertion import objection
from qigraph.extraction.sentence.inflection import forms
from qigraph.extraction.sentence.matching import Candidate
from qigraph.extraction.sentence.pattern_words import AUXILIARIES
from qigraph.extraction.sentence.skeleton import BREAK, DATE, FILLER, MARK, PRONOUN, Skeleton, type_class
from qigraph.extraction.things import Mention, Thing, Things
from qigraph.resources import resource
from qigraph.schema import ACTORS

__all__ = ["implied", "plain", "stop_of", "working"]

_WORKERS = type_class(["Organisation", "Network", "Body", "Programme"])
_SERVERS = type_class(["Organisation", "Network", "Body", "Programme", "Instrument", "Topic"])
_TOPIC, _GOAL = MARK["Topic"], MARK["Goal"]
_MARKS = "\ue001-\ue00d"
_COMMA = rf"[,{BREAK}]"
_BRACKET = r"(?:\s?\([^()]{0,160}\))?"
_OPENING = (
    rf"(?:[^\w{FILLER}{PRONOUN}{_MARKS}]|\d|\b[ivx]{{1,4}}\.)*(?:[A-Z][\w-]*\b[^,;:\ue001-\ue003]{{0,80}}{_COMMA}\s)?"
    rf"(?:[Aa]nd\s|[Aa]s\s)?"
)
_APPOSITION = (
    r"(?:,\s[^,;:.]{1,120},"
    r"|\s(?:which|that)\s(?:is|was|are|were)\s[a-z]+ed\s(?:by|in|at)\s[^,;:.]{1,60}?(?=\s(?:is|are)\s))?"
)
_ADJECTIVE = (
    r"(?:main|primary|core|key|overall|general|principal|central|stated|strategic|ultimate|chief|specific|wider|broader"
    r"|immediate|long-term|overarching|project|programme|development|important|essential|declared|special|major|first|second|third|fundamental|essential)"
)
_SAYS = (
    r"(?:is|are|was|were|includes?|covers?|comprises?|consists? of|extends? to|relates? to|lies? in|concerns?"
    r"|focus(?:es)?(?: on)?|:)(?:\s(?:therefore\s)?(?:directed|aimed|geared|targeted)\s(?:to|at|towards))?"
)
_DONE = re.compile(r"\b(?:\w+ed|held|gave|led|was|were)\b", re.IGNORECASE)
_MEETING = re.compile(
    rf"\b(?:workshop|seminar|webinar|meeting|conference|course|session|event)\b|{MARK['Event']}",
    re.IGNORECASE,
)
_OF_A_TREATY = re.compile(r"\bTechnical Barriers to Trade\b|\(TBT\)|\bTBT\b", re.IGNORECASE)
"""What a programme is named after, and no topic of whoever runs it."""
_ONE_OFF = frozenset(
    ["provided", "delivered", "discussed", "offered", "addressed", "looked", "explored", "treated", "brought"]
)
_CLAUSE = re.compile(
    rf"(?:;|{_COMMA}\s(?:and|while|whereas|but)|\s(?:while|whereas|in which|how|whereby|through which))\s"
    rf"(?={PRONOUN}?{FILLER}*{_WORKERS})"
)
_TOPIC_OF_VERB = {
    "accredit": "accreditation",
    "certif": "conformity assessment",
    "calibrat": "metrology",
    "standardi": "standardisation",
}
_VERB_OF_TOPIC = cued(r"\b(?:accredits?|certif(?:y|ies)|calibrates?|standardi[sz]es?)\b")
_KIND_OF_NAMES = re.compile(rf"\s{FILLER}+{_WORKERS}")
"""What follows a topic that only tells of what kind the names in a list are: "other metrology bodies (SIM, APMP)"."""
_IRREGULAR = frozenset(["led", "built", "taught", "dealt", "set", "brought", "oversaw", "undertook"])
_NEXT_NAME = re.compile(rf"{_WORKERS}|[;:)]|\.\s|,\s(?:has|have|is|was|will)\b")
_STOP = re.compile(
    rf";|{_COMMA}?\s(?:while|whereas|although|but|because|unlike|instead of|rather than|in contrast|thanks to"
    r"|accrediting|where (?:their|its)|under which|(?:that|which|who) accredit(?:s|ed)?)\b"
    rf"|(?:{_COMMA}?\sand|,|:)\s{FILLER}*{_WORKERS}{_BRACKET}\s(?:also\s)?"
    r"(?:is|are|was|were|has|have|had|will|\w+s|\w+ed)\b"
    rf"|{_WORKERS}{_BRACKET}(?:,?\s(?:which|who|whose|that)\b|['\u2019]s?\s)"
    r"|(?<!\bi\.e)(?<!\be\.g)\.\s"
)


def working(block: Block, frame_of: Skeleton, skip: int = 0) -> Iterator[Candidate]:
    """Yield who works on what, and who or what serves which goals, by one sentence.

    Parameters
    ----------
    block : Block
        Where the sentence stands.
    frame_of : Skeleton
        Of the sentence.
    skip : int
        What stands before this position of the skeleton was read elsewhere.
    """
    if _TOPIC in frame_of.text or _VERB_OF_TOPIC.search(frame_of.text):
        yield from _read(block, frame_of, skip, _work_heads(), "worksOn", "Topic")
    if _GOAL in frame_of.text:
        yield from _read(block, frame_of, skip, _goal_heads(), "addressesGoal", "Goal")


def implied(raw: Iterable[Candidate]) -> Iterator[Candidate]:
    """Yield what actors work on by what else is said of them.

    Who works for the Sustainable Development Goals as a whole works on sustainable development; who launched or runs a
    programme works on the topics in its name.

    Parameters
    ----------
    raw : iterable of Candidate
        All candidates of a document.
    """
    for candidate in raw:
        who, what = candidate.subject, candidate.object
        if isinstance(what, str) or candidate.objection is not None:
            continue
        topics: list[Mention] = []
        if candidate.relation == "addressesGoal" and what.entity is not None and what.entity.id == "goal/all":
            topics = topic_mentions("sustainable development", Things())
        elif candidate.relation == "organised" and what.type == "Programme":
            topics = topic_mentions(_OF_A_TREATY.sub(" ", what.label), Things())
        elif candidate.relation == "foundedBy" and who.type == "Programme":
            topics = topic_mentions(who.label, Things())
            who = what
        if who.type in (*ACTORS, "Programme"):
            for topic in topics:
                yield replace(
                    candidate, subject=who, relation="worksOn", object=topic.thing, since=None, until=None
                )


@cache
def _words() -> dict[str, str]:
    """Each list of words as one regular expression; verbs in all forms, nouns in the plural too."""
    words: dict[str, list[str]] = read_yaml(resource("loaders/names/work.yaml"))
    for name in ("work_verbs", "joint_verbs", "means_verbs", "goal_verbs"):
        words[name] = [form for verb in words[name] for form in forms(verb)]
    for name in ("work_aims", "work_classes", "work_means"):
        words[name] += [plural(noun) for noun in words[name]]
    return {name: f"(?:{alternatives(set(several))})" for name, several in words.items()}


def _subject(types: str, more: str = "") -> str:
    one = rf"{PRONOUN}?{FILLER}*{types}{_BRACKET}{more}"
    whose = rf"(?:{FILLER}*[\ue001-\ue003]{_BRACKET}['\u2019]s?\s)?"
    return rf"{whose}(?P<who>{one}(?:(?:,?\s(?:and|&|as well as)\s|,\s){one})*)"


@cache
def _work_heads() -> tuple[re.Pattern[str], ...]:
    """How a clause begins whose topics are worked on by who stands in front."""
    words, who = _words(), _subject(_WORKERS)
    aim = rf"(?:{_ADJECTIVE}\s)?(?:{words['work_aims']}|{_TOPIC})(?:\sand\s{words['work_aims']})?"
    no_topic = rf"[^;:.{_TOPIC}\ue001-\ue003]"
    states = (
        rf"(?:is|are|was|were|been)\s(?:\w+ly\s)?{words['work_states']}\b"
        rf"|(?:has|have|holds?|had)\s(?:\w+\s){{0,3}}{words['work_holdings']}\b"
        rf"|(?:is|are|was|were|been)\s(?:\w+ly\s)?{words['work_origins']}\b[^;:]{{0,90}}?(?<=\s)(?:to|as|for"
        r"|with (?:the|an?) (?:aim|purpose|goal|objective|mandate|task|view)(?:\s(?:of|to))?)\s"
        rf"|(?:runs?|gives?|holds?|offers?|has|have)\s(?:[\w-]+\s){{0,3}}?{words['work_means']}\s(?:in|on|for|of|about)\b"
        rf"|\b(?:{words['means_verbs']})\b[^;:,]{{0,60}}?\s(?:to|in order to)\s{words['work_verbs']}\b"
        rf"|(?P<jointly>\b{words['joint_verbs']}\b[^;:]{{0,120}}?\s(?:to|that|which|for)\s){words['work_verbs']}\b"
    )
    shapes = (
        rf"{who}{_APPOSITION}\s(?:(?:which|that)\s)?{AUXILIARIES}(?:\b(?P<verb>{words['work_verbs']})\b|{states})",
        rf"{FILLER}*(?:the\s|one of the\s|an?\s|among the\s)?{aim}\sof\s{who}\s{_SAYS}\s?",
        rf"(?:{FILLER}*(?:one of|among)\s|{FILLER}*(?:the\s)?{_ADJECTIVE}\s)?{who}(?:['\u2019]s?)?\s{aim}\s?{_SAYS}\s",
        r"[^;:.]{0,120}?\b(?:directed|tasked|mandated|instructed|charged|entrusted|commissioned)"
        rf"\s{who}\s(?:to|with)\s",
        rf"{who}\s(?:is|are|was|were|(?:has|have)\sbeen)\s(?:now\s|also\s)?(?:{FILLER}*[\ue001-\ue003]\s)?"
        rf"(?:(?:{no_topic}{{0,40}}?[\ue001-\ue003]\s)?{no_topic}{{0,90}}?\b{words['work_classes']}\b(?:\sof\s{FILLER}*[\ue001-\ue003]{_BRACKET})?"
        rf"{no_topic}{{0,60}}?\s{words['work_links']}\b"
        rf"|{no_topic}{{0,60}}?(?={_TOPIC}\s(?:\w+\s)?{words['work_classes']}\b))",
    )
    return tuple(re.compile(_OPENING + shape, re.IGNORECASE) for shape in shapes)


@cache
def _apposed() -> re.Pattern[str]:
    """Who is said in apposition to be of what use: "ILAC, the organisation that accredits …"."""
    words = _words()
    no_topic = rf"[^;:.,{_TOPIC}\ue001-\ue003]"
    return re.compile(
        rf"(?P<who>{_WORKERS}){_BRACKET}(?:,|\s[\u2013\u2014-])\s(?:itself\s)?(?:the|an?|one of the)\s"
        rf"{no_topic}{{0,70}}?"
        rf"\b{words['work_classes']}\b{no_topic}{{0,40}}?\s{words['work_links']}\b",
        re.IGNORECASE,
    )


@cache
def _described() -> re.Pattern[str]:
    """Who is said right behind the name to be of what use: "the Forum dealing with …", "SIM (metrology)"."""
    topics = rf"{_TOPIC}(?:(?:,\s|\sand\s|,\sand\s|\s?/\s?){_TOPIC})*"
    doing = (
        r"(?:dealing\swith|covering|focus(?:s?ing|s?ed)\son|speciali[sz](?:ing|ed)\sin|working\s(?:on|in)|devoted\sto"
        r"|dedicated\sto|responsible\sfor|in\scharge\sof|promoting|overseeing|concerned\swith|engaged\sin|competent\sfor)"
    )
    words = _words()
    relative = (
        rf"{_BRACKET},\swhich\s(?:also\s|[a-z]+ly\s)?(?P<verb>(?![a-z]+ed\b){words['work_verbs']})\b(?=\s)"
    )
    return re.compile(
        rf"(?P<who>{_WORKERS})(?:{relative}|\s\((?={topics}\))|{_BRACKET},?\s{doing}\s(?=[^;:.,{_TOPIC}\ue001-\ue003]{{0,50}}?{_TOPIC}))",
        re.IGNORECASE,
    )


@cache
def _founded() -> re.Pattern[str]:
    """Of what somebody founded, what it is for: "UNIDO set up the Lakes Network in 2003 to foster trade"."""
    words = _words()
    return re.compile(
        r"\b(?:founded|founds|established|establishes|created|creates|launched|launches|formed|forms|initiated|initiates"
        rf"|started|starts|inaugurated|sets? up)\s(?P<who>{FILLER}*{_WORKERS}){_BRACKET}(?:\s(?:in|on)\s{DATE})?,?\s"
        r"(?:(?:in order )?to|(?:with the|whose) (?:aim|purpose|objective|goal|mandate|task|mission)"
        r"(?: (?:of|to|is to|was to))?"
        r"|aimed at|aiming (?:at|to)|designed to|which|that|for)\s(?:will\s)?(?:[a-z]+ly\s)?"
        rf"(?:{words['work_verbs']})\b",
        re.IGNORECASE,
    )


@cache
def _goal_heads() -> tuple[re.Pattern[str], ...]:
    """How a clause begins whose goals are served by who or what stands in front."""
    words = _words()
    who = _subject(_SERVERS, r"(?:\s(?:services|activities|work|practices|and related standards))?")
    clause = rf"(?:{_OPENING}|[^{_MARKS}]{{0,80}}\b(?:how|that)\s)(?:[^\W\d]+\s){{0,3}}?"
    does = rf"(?:\b(?P<verb>{words['goal_verbs']})\b|(?:is|are)\s(?:\w+ly\s)?{words['goal_states']}\b)"
    shape = rf"{who}{_APPOSITION}\s(?:on [\w ]{{1,40}}?\s)?(?:(?:which|that)\s)?{AUXILIARIES}{does}"
    return (re.compile(clause + shape, re.IGNORECASE),)


def _read(
    block: Block, frame_of: Skeleton, skip: int, heads: tuple[re.Pattern[str], ...], relation: str, kind: str
) -> Iterator[Candidate]:
    """What each clause of a sentence states of its subject: all topics or goals up to where it stops."""
    text = frame_of.text
    begins = [0, *(clause.end() for clause in _CLAUSE.finditer(text))]
    matches = [head.match(text, begin) for head, begin in product(heads, begins)]
    matches += _founded().finditer(text)
    if kind == "Topic":
        matches += [*_apposed().finditer(text), *_described().finditer(text)]
    for match in matches:
        who = frame_of.things(*match.span("who")) if match else []
        if match is None or (kind == "Topic" and _is_no_work(match, who)):
            continue
        if kind == "Topic" and (done := _by_verb(match)) is not None:
            said = plain(text[match.end("who") : match.end()])
            reason = objection(plain(text), said, match.groupdict().get("aux"), aims=True)
            where = (block, frame_of.start[0], frame_of.start[-1], "working/verb", reason)
            for one in who:
                yield Candidate(one, relation, done, None, None, *where)
            continue
        end = stop_of(text, match.end(), _NEXT_NAME if match.re in (_apposed(), _described()) else _STOP)
        start = max(skip, match.end("who"))
        for at in sorted(at for at in frame_of.at if start <= at < end):
            mention = frame_of.at[at]
            if not isinstance(mention, Mention) or mention.type != kind:
                continue
            if kind == "Topic" and (_once(text[match.end("who") : at]) or _KIND_OF_NAMES.match(text, at + 1)):
                continue
            said = plain(text[match.end("who") : at])
            reason = objection(plain(text), said, match.groupdict().get("aux"), aims=True)
            where = (block, frame_of.start[0], frame_of.start[-1], f"working/{kind.lower()}", reason)
            for one, other in product(who, mention.things):
                if one is not other:
                    yield Candidate(one, relation, other, None, None, *where)


def _by_verb(match: re.Match[str]) -> Thing | None:
    """The topic of a verb that is one by itself: whoever "accredits laboratories" works on accreditation."""
    verb = (match.groupdict().get("verb") or "").lower()
    topic = next((name for begin, name in _TOPIC_OF_VERB.items() if verb.startswith(begin)), None)
    if topic is None or verb.endswith("ed"):
        return None
    return topic_mentions(topic, Things())[0].thing


def _once(said: str) -> bool:
    """Whether a meeting was held: what somebody once held it on need not be what they work on."""
    done = _DONE.search(said)
    return bool(done and _MEETING.search(said, done.end()))


def _is_no_work(match: re.Match[str], who: list[Thing]) -> bool:
    """Whether no verb follows ("the UNECE support"), or one of a single act or of what several do together."""
    found = match.groupdict()
    verb, aux = (found.get("verb") or "").lower(), (found.get("aux") or "").strip()
    if (found.get("jointly") and len(who) > 1) or verb in _ONE_OFF:
        return True
    base = bool(verb) and not verb.endswith(("s", "ed")) and verb not in _IRREGULAR
    return base and not aux and len(who) == 1 and PRONOUN not in match.group("who")


def stop_of(text: str, start: int, stop: re.Pattern[str] = _STOP) -> int:
    """Where what a clause says of its subject ends at the latest."""
    found = stop.search(text, start)
    return found.start() if found else len(text)


def plain(text: str) -> str:
    """A skeleton without its marks."""
    return re.sub(r"[\ue001-\uf000]", " ", text)

"""The types of entities and the relations between them: what a fact may say.

The same terms stand, with definitions and mappings, in ``ontology/qi.ttl``; a test holds that the two agree.
"""

from dataclasses import dataclass

__all__ = ["ACTORS", "IDENTIFIERS", "RELATIONS", "TOPICS", "TYPES", "Relation", "admits"]

TYPES = (
    "Organisation",
    "Network",
    "Body",
    "Agreement",
    "Instrument",
    "Publication",
    "System",
    "Programme",
    "Event",
    "Person",
    "Goal",
    "Topic",
    "Place",
)

TOPICS = (
    "standardisation",
    "metrology",
    "legal metrology",
    "accreditation",
    "conformity assessment",
    "market surveillance",
    "technical regulation",
    "risk management",
    "regulatory cooperation",
    "trade facilitation",
    "capacity building",
    "sustainable development",
    "gender",
    "digital transformation",
    "climate and environment",
    "health",
    "food safety",
    "education",
    "co-ordination of international organisations",
)


@dataclass(frozen=True, slots=True)
class Relation:
    """One relation: which types it joins.

    Parameters
    ----------
    name : str
        Lower camel case, as in the fact format: ``memberOf``.
    subjects, objects : tuple of str
        Types admitted at either end; ``objects`` is empty where the object is a date.
    symmetric : bool
        Whether the relation holds in both directions when it holds in one.
    same_kind : bool
        Whether both ends must be of one type.
    outright : tuple of str
        Further types of the subject, where a column of a table or a term of RDF says so outright; sentences are too
        loose for it.
    """

    name: str
    subjects: tuple[str, ...]
    objects: tuple[str, ...]
    symmetric: bool = False
    same_kind: bool = False
    outright: tuple[str, ...] = ()

    @property
    def every_subject(self) -> tuple[str, ...]:
        """Types of the subject, however it is stated."""
        return self.subjects + self.outright

    @property
    def literal(self) -> bool:
        """Whether the object is a date rather than an entity."""
        return not self.objects


_ORG, _NET, _BODY = "Organisation", "Network", "Body"
ACTORS = (_ORG, _NET, _BODY)
"""Types of what can hold a seat, sign and decide, in the order in which they are shown."""

_TABLE = (
    Relation("memberOf", (_ORG, _BODY, _NET), (_NET, _BODY, _ORG)),
    Relation("observerAt", (_ORG, _BODY, _NET), (_BODY, _ORG, _NET)),
    Relation("established", (_NET, _BODY, _ORG, "System", "Programme", "Agreement"), ()),
    Relation("foundedBy", (_ORG, _NET, _BODY, "Programme", "System"), ACTORS),
    Relation("successorOf", (_NET, _BODY, _ORG, "Instrument"), (_NET, _BODY, _ORG, "Instrument")),
    Relation("partOf", (_BODY, "Programme"), ACTORS, outright=(_ORG, _NET)),
    Relation("signatoryOf", (_ORG, _BODY, _NET, "Person"), ("Agreement",)),
    Relation("signedOn", ("Agreement",), ()),
    Relation("cooperatesWith", ACTORS, ACTORS, symmetric=True),
    Relation("twinnedWith", (_ORG,), (_ORG,), symmetric=True, same_kind=True),
    Relation("issued", (*ACTORS, "Programme"), ("Instrument", "Publication")),
    Relation("maintains", (_ORG, _BODY, _NET), ("System", "Instrument")),
    Relation("contributedTo", ACTORS, ("Instrument", "Publication", "Programme")),
    Relation("chairs", (_ORG, "Person"), (_NET, _BODY, _ORG)),
    Relation("secretariatOf", (_ORG, _BODY), (_NET, _BODY, _ORG, "Event")),
    Relation("focalPointOf", (_ORG, _BODY), (_BODY, _NET)),
    Relation("organised", (*ACTORS, "Programme"), ("Event", "Programme")),
    Relation("sponsored", (_ORG, _NET, _BODY, "Programme"), ("Event", "Programme")),
    Relation("participatedIn", (_ORG, _NET, _BODY, "Person"), ("Event",)),
    Relation("heldIn", ("Event",), ("Place",)),
    Relation("seatIn", (), ("Place",), outright=ACTORS),
    Relation("heldOn", ("Event",), ()),
    Relation("addressesGoal", (*ACTORS, "Instrument", "Programme", "Topic"), ("Goal",)),
    Relation("worksOn", (*ACTORS, "Programme"), ("Topic",)),
    Relation("affiliatedWith", ("Person",), (_ORG, _BODY, _NET)),
)

IDENTIFIERS = ("cow", "euCorporateBody", "grid", "isni", "isoOpenData", "lei", "ror", "wikidata")
"""Schemes of identifiers that the vocabulary has a property for."""

RELATIONS = {relation.name: relation for relation in _TABLE}
"""Every relation by name, in the order of the documentation."""


def admits(relation: str, subject_type: str, object_type: str | None, outright: bool = False) -> bool:
    """Whether the relation may join these types; ``None`` stands for a date.

    Parameters
    ----------
    relation, subject_type : str
    object_type : str or None
    outright : bool
        Whether a table or RDF states it, not a sentence.

    Examples
    --------
    >>> admits("memberOf", "Organisation", "Network"), admits("memberOf", "Person", "Network")
    (True, False)
    >>> admits("partOf", "Organisation", "Network"), admits("partOf", "Organisation", "Network", outright=True)
    (False, True)
    """
    rule = RELATIONS.get(relation)
    if rule is None or subject_type not in (rule.every_subject if outright else rule.subjects):
        return False
    if object_type is None:
        return rule.literal
    if relation == "successorOf" and (subject_type == "Instrument") != (object_type == "Instrument"):
        return False
    return object_type in rule.objects and (not rule.same_kind or subject_type == object_type)

"""Facts in one line, for the tests of the analyses."""

from qigraph.facts import Entity, Evidence, Fact, Interval

TYPES = {
    "memberOf": "Network",
    "observerAt": "Body",
    "secretariatOf": "Body",
    "focalPointOf": "Body",
    "worksOn": "Topic",
    "addressesGoal": "Goal",
    "issued": "Publication",
    "maintains": "System",
    "signatoryOf": "Agreement",
    "participatedIn": "Event",
}


def entity(name: str, type: str = "Organisation") -> Entity:
    folder = {"Topic": "topic/", "Goal": "goal/", "Agreement": "agreement/"}.get(type, "")
    return Entity(folder + name.lower(), name, type)


def fact(
    subject: str,
    relation: str,
    target: str,
    since: str | None = None,
    until: str | None = None,
    document: str = "a.txt",
    subject_type: str = "Organisation",
    target_type: str | None = None,
    derived: bool = False,
) -> Fact:
    """A fact whose sentence names its three parts."""
    quote = f"{subject} {relation} {target}."
    evidence = Evidence(document, 0, len(quote), quote, "test")
    goal = entity(target, target_type or TYPES.get(relation, "Organisation"))
    return Fact(
        entity(subject, subject_type), relation, goal, Interval(since, until), (evidence,), derived=derived
    )


def dated(subject: str, relation: str, date: str, type: str = "Agreement") -> Fact:
    quote = f"{subject} {relation} {date}."
    return Fact(
        entity(subject, type), relation, date, evidence=(Evidence("a.txt", 0, len(quote), quote, "test"),)
    )


def holdings(portfolios: dict[str, str], relation: str = "worksOn") -> list[Fact]:
    """``{"A": "x y"}``: A holds x and y."""
    return [
        fact(name, relation, item) for name, portfolio in portfolios.items() for item in portfolio.split()
    ]

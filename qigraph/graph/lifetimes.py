"""When things began and ended, as far as facts tell, and what that means for facts without a date.

Documents date few memberships. But nobody sat in a network before it began, nor in it after another took its place.
"""

from collections.abc import Iterable

from qigraph.facts import Fact, Interval, first_day, last_day

__all__ = ["Lifetimes", "dating"]

ENDING = (
    *(
        "memberOf",
        "observerAt",
        "chairs",
        "secretariatOf",
        "focalPointOf",
        "partOf",
        "cooperatesWith",
        "twinnedWith",
    ),
    *("maintains", "worksOn", "addressesGoal", "affiliatedWith"),
)
"""Relations that last as long as both ends do; the others are deeds, which stay done."""


class Lifetimes:
    """The first and the last date of things.

    Something begins when it is established, founded or takes the place of another, and ends when another takes its
    place: by the earliest date that a document gives.

    Parameters
    ----------
    facts : iterable of Fact

    Examples
    --------
    >>> from qigraph.facts import Entity, Evidence
    >>> old, new = Entity("old", "Old Network", "Network"), Entity("new", "New Network", "Network")
    >>> lab, quote = Entity("lab", "Lab", "Organisation"), (Evidence("a.txt", 0, 1, "x"),)
    >>> followed = Fact(new, "successorOf", old, Interval("2010"), quote)
    >>> member = Fact(lab, "memberOf", old, Interval("2002"), quote)
    >>> Lifetimes([followed, member]).interval(member)
    Interval(since='2002', until='2010')
    """

    def __init__(self, facts: Iterable[Fact]) -> None:
        self._began: dict[str, str] = {}
        self._ended: dict[str, str] = {}
        for fact in facts:
            if fact.relation == "established":
                _keep_earliest(self._began, fact.subject.id, fact.object_id)
            elif fact.relation in ("foundedBy", "successorOf") and fact.interval.since:
                _keep_earliest(self._began, fact.subject.id, fact.interval.since)
                if fact.relation == "successorOf":
                    _keep_earliest(self._ended, fact.object_id, fact.interval.since)

    def interval(self, fact: Fact) -> Interval:
        """The interval of a fact, with the lifetimes of its ends where it has no date of its own.

        Parameters
        ----------
        fact : Fact
        """
        ends = (fact.subject.id, fact.object_id)
        since, until = fact.interval.since, fact.interval.until
        if since is None:
            since = max((self._began[end] for end in ends if end in self._began), key=first_day, default=None)
        if until is None and fact.relation in ENDING:
            until = min((self._ended[end] for end in ends if end in self._ended), key=last_day, default=None)
            if until and since and first_day(since) > last_day(until):
                until = None
        return Interval(since, until)


def _keep_earliest(dates: dict[str, str], name: str, date: str) -> None:
    if name not in dates or first_day(date) < first_day(dates[name]):
        dates[name] = date


def dating(fact: Fact, date: str) -> str:
    """How sure it is, by the dates of the fact itself, that it holds on some day of the date.

    Examples
    --------
    >>> from qigraph.facts import Entity, Evidence
    >>> lab, net = Entity("lab", "Lab", "Organisation"), Entity("net", "Net", "Network")
    >>> fact = Fact(lab, "memberOf", net, Interval("2018"), (Evidence("a.txt", 0, 1, "x"),))
    >>> dating(fact, "2019"), dating(fact, "2018"), dating(fact, "2018-06-30")
    ('dated', 'dated', 'since some day of 2018')
    """
    since = fact.object if isinstance(fact.object, str) else fact.interval.since
    until = fact.interval.until
    if since is None:
        return "no date"
    if last_day(since) > last_day(date):
        return f"since some day of {since}"
    if until is not None and first_day(until) < first_day(date):
        return f"until some day of {until}"
    return "dated"

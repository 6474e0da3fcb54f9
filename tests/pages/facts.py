"""A small graph that the tests of the pages share."""

from qigraph.facts import Entity, Evidence, Fact, Interval, merge

BIPM = Entity("bipm", "Bureau International des Poids et Mesures", "Organisation", ("BIPM",))
OIML = Entity("oiml", "Organisation Internationale de Métrologie Légale", "Organisation", ("OIML",))
INETQI = Entity("inetqi", "International Network on Quality Infrastructure", "Network", ("INetQI",))
METROLOGY = Entity("topic/metrology", "metrology", "Topic")
GOAL = Entity("goal/9", "SDG 9", "Goal")


def fact(subject, relation, target, quote, since=None, until=None, document="minutes.txt", **more):
    evidence = Evidence(document, 10, 10 + len(quote), quote, "test", more.pop("page", None))
    return Fact(subject, relation, target, Interval(since, until), (evidence,), **more)


FACTS = merge(
    [
        fact(BIPM, "memberOf", INETQI, "The BIPM joined the network in 2018.", "2018", page=3),
        fact(OIML, "memberOf", INETQI, "The OIML is a member.", document="report.txt"),
        fact(BIPM, "cooperatesWith", OIML, "The two signed a joint statement.", "1998-11-30"),
        fact(BIPM, "chairs", INETQI, "The chair lies with the BIPM.", "2020", "2022", role="first chair"),
        fact(BIPM, "established", "1875", "It was set up in 1875."),
        fact(BIPM, "worksOn", METROLOGY, "Its mandate is metrology.", derived=True),
        fact(OIML, "addressesGoal", GOAL, "It works for SDG 9.", document="report.txt"),
    ]
)

"""Invented organisations, as several documents of different mind describe them."""

from pathlib import Path

import pytest

from qigraph.facts import Entity, Evidence, Fact, Interval, merge
from qigraph.stores import property_graph, sparql_store
from qigraph.stores.rdf import to_nquads

WEIGHTS = Entity("weights", "Bureau of Weights", "Organisation", ("BoW", "Bureau des poids"))
TRUST = Entity("trust", "Trust in Testing", "Organisation", ("TiT",))
RULERS = Entity("rulers", 'League of "Rulers"', "Organisation", ("LoR",))
LONER = Entity("loner", "Loner Laboratory", "Organisation")
HERMIT = Entity("hermit", "Hermit Institute", "Organisation")
NEW = Entity("new-network", "New Network", "Network", ("NN",))
MIDDLE = Entity("middle-network", "Middle Network", "Network")
OLD = Entity("old-network", "Old Network", "Network")
BOARD = Entity("board", "Board of Scales", "Body")
PACT = Entity("agreement/pact", "Pact of Precision", "Agreement")
DEED = Entity("agreement/deed", "Deed without date", "Agreement")
SCALES = Entity("system/scales", "Scales Online", "System", ("SO",))
FAIR = Entity("event/fair", "Fair of Measures", "Event")
CAMP = Entity("programme/camp", "Calibration Camp", "Programme")
TOWN = Entity("place/town", "Measureton", "Place")
JANE = Entity("person/jane", "Jane Gauge", "Person")
MASS = Entity("topic/mass", "mass", "Topic")
TIME = Entity("topic/time", "time", "Topic")
GOAL = Entity("goal/9", "SDG 9", "Goal")
TARGET = Entity("goal/12.5", "SDG target 12.5", "Goal")
GROUP = Entity("body/group", "Group on Levers", "Body")
SEMINAR = Entity("event/seminar", "Seminar on levers", "Event")
PACIFIC = Entity("apmp", "Asia Pacific Metrology Programme", "Organisation", ("APMP",))
RULE_2 = Entity("instrument/rule-2", "Rule 2", "Instrument")
RULE_1 = Entity("instrument/rule-1", "Rule 1", "Instrument")
ALL_GOALS = Entity("goal/all", "Sustainable Development Goals", "Goal")

_STATED = [
    (WEIGHTS, "memberOf", NEW, "2018", None, "web page.html"),
    (WEIGHTS, "memberOf", NEW, "2018", None, "annual report (2020).pdf"),
    (WEIGHTS, "memberOf", NEW, "2019-03", None, "dissent.txt"),
    (TRUST, "memberOf", NEW, "2018-11", "2020-06", "web page.html"),
    (RULERS, "memberOf", NEW, None, None, "web page.html"),
    (WEIGHTS, "memberOf", BOARD, "1999", None, "web page.html"),
    (TRUST, "memberOf", BOARD, None, None, "web page.html"),
    (RULERS, "memberOf", MIDDLE, "2005", None, "dissent.txt"),
    (NEW, "foundedBy", WEIGHTS, "2018", None, "web page.html"),
    (NEW, "foundedBy", TRUST, "2018", None, "web page.html"),
    (OLD, "foundedBy", RULERS, None, None, "dissent.txt"),
    (NEW, "successorOf", MIDDLE, "2018", None, "web page.html"),
    (NEW, "successorOf", MIDDLE, "2018", None, "dissent.txt"),
    (MIDDLE, "successorOf", OLD, "2005-01", None, "dissent.txt"),
    (TRUST, "chairs", NEW, "2019", "2020", "web page.html"),
    (JANE, "chairs", NEW, None, None, "dissent.txt"),
    (WEIGHTS, "secretariatOf", NEW, "2018", None, "web page.html"),
    (RULERS, "secretariatOf", OLD, None, None, "dissent.txt"),
    (WEIGHTS, "signatoryOf", PACT, "2010-05-20", None, "web page.html"),
    (TRUST, "signatoryOf", PACT, None, None, "web page.html"),
    (RULERS, "signatoryOf", PACT, None, None, "dissent.txt"),
    (PACT, "signedOn", "2010", None, None, "dissent.txt"),
    (PACT, "signedOn", "2015-05-20", None, None, "dissent.txt"),
    (WEIGHTS, "signatoryOf", DEED, None, None, "dissent.txt"),
    (WEIGHTS, "worksOn", MASS, None, None, "web page.html"),
    (WEIGHTS, "worksOn", MASS, None, None, "dissent.txt"),
    (TRUST, "worksOn", MASS, None, None, "web page.html"),
    (RULERS, "worksOn", MASS, None, None, "web page.html"),
    (LONER, "worksOn", TIME, None, None, "web page.html"),
    (WEIGHTS, "addressesGoal", GOAL, None, None, "web page.html"),
    (WEIGHTS, "addressesGoal", GOAL, None, None, "dissent.txt"),
    (CAMP, "addressesGoal", TARGET, None, None, "web page.html"),
    (NEW, "addressesGoal", ALL_GOALS, None, None, "web page.html"),
    (WEIGHTS, "organised", FAIR, "2021", None, "web page.html"),
    (WEIGHTS, "sponsored", CAMP, None, None, "web page.html"),
    (TRUST, "participatedIn", FAIR, None, None, "web page.html"),
    (FAIR, "heldIn", TOWN, None, None, "web page.html"),
    (FAIR, "heldOn", "2021-05-20", None, None, "web page.html"),
    (WEIGHTS, "maintains", SCALES, "2001", None, "web page.html"),
    (TRUST, "maintains", SCALES, None, None, "dissent.txt"),
    (TRUST, "observerAt", BOARD, "2001", "2003-02", "web page.html"),
    (JANE, "affiliatedWith", WEIGHTS, None, None, "web page.html", "Director"),
    (JANE, "signatoryOf", PACT, "2010-05-20", None, "web page.html"),
    (LONER, "twinnedWith", TRUST, None, None, "dissent.txt"),
    (TRUST, "twinnedWith", LONER, None, None, "web page.html"),
    (RULE_2, "successorOf", RULE_1, "1999", None, "web page.html"),
    (GROUP, "partOf", NEW, None, None, "web page.html"),
    (GROUP, "worksOn", TIME, None, None, "web page.html"),
    (NEW, "worksOn", TIME, None, None, "web page.html"),
    (NEW, "worksOn", MASS, None, None, "dissent.txt"),
    (MIDDLE, "worksOn", MASS, None, None, "dissent.txt"),
    (WEIGHTS, "focalPointOf", GROUP, "2019", "2021", "web page.html"),
    (PACIFIC, "organised", SEMINAR, "2020", None, "web page.html"),
    (SEMINAR, "heldIn", TOWN, None, None, "web page.html"),
    (FAIR, "heldOn", "2021-05", None, None, "annual report (2020).pdf"),
    (FAIR, "heldOn", "2021-06-01", None, None, "dissent.txt"),
    (RULE_2, "addressesGoal", GOAL, None, None, "web page.html"),
    (LONER, "memberOf", MIDDLE, "2006", None, "web page.html"),
    (HERMIT, "cooperatesWith", TRUST, None, None, "web page.html"),
    (TRUST, "issued", RULE_2, None, None, "web page.html"),
]


def _fact(
    number: int, subject, relation, target, since, until, document: str, role: str | None = None
) -> Fact:
    start = 100 * number
    evidence = [Evidence(document, start, start + 9, f'sentence "{number}"\nof {document}', "rule")]
    if relation in ("memberOf", "foundedBy"):
        evidence += [
            Evidence(document, start + 50, start + 59, "a later sentence"),
            Evidence(document, start, start + 19, "a longer sentence"),
        ]
    return Fact(subject, relation, target, Interval(since, until), tuple(evidence), role)


FACTS = merge(_fact(number, *row) for number, row in enumerate(_STATED))


@pytest.fixture(scope="session")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder with both stores."""
    folder = tmp_path_factory.mktemp("graph")
    (folder / "graph.nq").write_bytes(to_nquads(FACTS, {}))
    sparql_store.build(folder / "graph.nq", folder / "sparql")
    property_graph.build(FACTS, {}, folder / "cypher")
    return folder

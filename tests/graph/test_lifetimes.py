"""What had not begun, or had become another, holds nothing: dates of things bound facts that have none."""

from pathlib import Path

import pytest

import qigraph
from qigraph.facts import Entity, Evidence, Fact, Interval
from qigraph.graph import Graph
from qigraph.graph.lifetimes import dating
from qigraph.graph.selection import select
from tests.end_to_end.conftest import run_qigraph

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"

OLD, NEW = Entity("old", "Old Network", "Network"), Entity("new", "New Network", "Network")
LAB, BOARD = Entity("lab", "Lab", "Organisation"), Entity("board", "Board", "Body")


def said(
    subject: Entity, relation: str, target: Entity | str, since: str | None = None, until: str | None = None
):
    return Fact(subject, relation, target, Interval(since, until), (Evidence("a.txt", 0, 1, "x"),))


FACTS = [
    said(OLD, "established", "2002-04"),
    said(NEW, "successorOf", OLD, "2010"),
    said(LAB, "memberOf", OLD),
    said(LAB, "memberOf", NEW),
    said(LAB, "chairs", NEW, "2008"),
    said(BOARD, "foundedBy", OLD, "2005-06-01"),
    said(BOARD, "partOf", OLD),
]


def held(date: str, relation: str) -> set[str]:
    return {fact.object_id for fact in select(FACTS, date, relation)}


@pytest.mark.parametrize(
    "date, member_of",
    [
        ("2002-03", set()),
        ("2002-04-30", {"old"}),
        ("2009-12-31", {"old"}),
        ("2010", {"old", "new"}),
        ("2011", {"new"}),
    ],
)
def test_an_undated_member_is_one_as_long_as_the_network_lives(date: str, member_of: set[str]) -> None:
    assert held(date, "memberOf") == member_of


def test_a_stated_date_stands_against_that_of_the_network(tmp_path: Path) -> None:
    assert held("2009", "chairs") == {"new"}


def test_a_part_begins_with_itself_and_ends_with_the_whole() -> None:
    assert [held(date, "partOf") for date in ("2005-05", "2005-06", "2010", "2011")] == [
        set(),
        {"old"},
        {"old"},
        set(),
    ]


def test_a_deed_stays_done_when_who_did_it_is_no_more() -> None:
    assert held("2020", "foundedBy") == {"old"}
    assert {fact.object_id for fact in select(FACTS, "2020", "successorOf")} == {"old"}


@pytest.mark.parametrize(
    "fact, date, told",
    [
        (said(LAB, "memberOf", NEW), "2019", "no date"),
        (said(LAB, "memberOf", NEW, "2018"), "2018-06", "since some day of 2018"),
        (said(LAB, "memberOf", NEW, "2018"), "2018", "dated"),
        (said(LAB, "memberOf", NEW, "2018", "2020"), "2020-06-30", "until some day of 2020"),
        (said(NEW, "established", "2018"), "2018-06", "since some day of 2018"),
    ],
)
def test_what_is_less_precise_than_the_date_is_marked(fact: Fact, date: str, told: str) -> None:
    assert dating(fact, date) == told


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    path = tmp_path_factory.mktemp("line") / "corpus.qi"
    run_qigraph("build", CORPUS / "inetqi-snapshot.txt", "-o", path)
    return qigraph.open(path)


FOUNDERS = {"bipm", "iaf", "iec", "ilac", "iso", "oiml", "unido"}
ITU, UNECE = FOUNDERS | {"itu"}, FOUNDERS | {"itu", "unece"}
TWELVE = UNECE | {"itc", "wto", "world-bank-group"}
FOURTEEN = TWELVE | {"iioc", "iqnet"}


@pytest.mark.corpus
@pytest.mark.skipif(not CORPUS.is_dir(), reason="the real documents are not beside this checkout")
@pytest.mark.parametrize(
    "date, members, network",
    [
        ("2002-03", set(), None),
        ("2002-04", FOUNDERS, "jcdcmas"),
        ("2002-09", ITU, "jcdcmas"),
        ("2009-12-31", ITU, "jcdcmas"),
        ("2010", UNECE, "dcmas"),
        ("2017-12", UNECE, "dcmas"),
        ("2018-12", TWELVE, "inetqi"),
        ("2019", FOURTEEN, "inetqi"),
        ("2026-11-22", FOURTEEN, "inetqi"),
    ],
)
def test_the_line_of_inetqi_has_its_members_at_any_date(
    corpus: Graph, date: str, members: set[str], network: str | None
) -> None:
    rows = corpus.ask("members", as_of=date).records()
    assert {corpus.find(row["member"]).id for row in rows} == members
    cypher = corpus.ask("members", "cypher", as_of=date).records()
    assert sorted(map(repr, cypher)) == sorted(map(repr, rows))
    if network == "inetqi":
        seats = corpus.facts(date, "memberOf", "INetQI")
        assert {fact.subject.id for fact in seats} == members
    else:
        assert not corpus.facts(date, "memberOf", "INetQI")


@pytest.mark.corpus
@pytest.mark.skipif(not CORPUS.is_dir(), reason="the real documents are not beside this checkout")
def test_who_joined_inetqi_in_a_year_counts_from_that_year_and_is_marked(corpus: Graph) -> None:
    told = {row["member"]: row["dating"] for row in corpus.ask("members", as_of="2019-02-01").records()}
    assert told[corpus.find("IQNet").label] == "since some day of 2019"
    assert corpus.find("IQNet").label not in {
        r["member"] for r in corpus.ask("members", as_of="2018").records()
    }

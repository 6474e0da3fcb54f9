"""What an opened graph answers: facts by date, relation and name, sentences, disagreements, networkx."""

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

import qigraph
from qigraph.errors import InputError, NotFoundError
from qigraph.facts import Entity, Evidence, Fact, Interval, first_day, last_day
from qigraph.graph import Graph, check_date
from qigraph.graph.conflicts import compatible, conflicts
from qigraph.graph.projecting import entities_of
from qigraph.graph.selection import find, select

BIPM = Entity("bipm", "Bureau International des Poids et Mesures", "Organisation", ("BIPM",))
CIPM = Entity("cipm", "Comité International des Poids et Mesures", "Body", ("CIPM",))
INETQI = Entity("inetqi", "International Network on Quality Infrastructure", "Network", ("INetQI",))
MALARIA = Entity("mim", "Multilateral Initiative on Malaria", "Organisation", ("MIM",))
MEASURE = Entity("mim-2", "Measurement in Motion", "Organisation", ("MIM",))
ENTITIES = {e.id: e for e in (BIPM, CIPM, INETQI, MALARIA, MEASURE)}

dates = (
    st.dates()
    .map(lambda day: f"{day:%Y-%m-%d}".zfill(10))
    .flatmap(lambda day: st.sampled_from([day, day[:7], day[:4]]))
)


def fact(relation: str, target: Entity | str, since: str | None = None, document: str = "a.txt") -> Fact:
    quote = f"{relation} {since} {document}"
    return Fact(BIPM, relation, target, Interval(since), (Evidence(document, 0, len(quote), quote),))


@pytest.mark.parametrize("name", ["bipm", "BIPM", "Bureau international des poids et mesures", " bipm "])
def test_an_entity_is_found_by_identifier_name_and_alias(name: str) -> None:
    assert find(ENTITIES, name) is BIPM


def test_accents_and_case_do_not_matter_for_finding() -> None:
    assert find(ENTITIES, "comite international des POIDS et mesures") is CIPM


def test_a_mistyped_name_is_answered_with_what_comes_near() -> None:
    with pytest.raises(NotFoundError, match=r"nothing named 'INetQA' in this graph: did you mean INetQI"):
        find(ENTITIES, "INetQA")
    with pytest.raises(
        NotFoundError, match=r"did you mean International Network on Quality Infrastructure\?"
    ):
        find(ENTITIES, "quality infra")
    with pytest.raises(NotFoundError, match=r"nothing named '' in this graph$"):
        find(ENTITIES, "")


def test_a_name_that_two_bear_is_refused_with_their_identifiers() -> None:
    with pytest.raises(
        InputError, match=r"'MIM' may be any of mim \(.*\), mim-2 \(.*\): give the identifier"
    ):
        find({e.id: e for e in (MALARIA, MEASURE)} | {"x": BIPM}, "MIM")


def test_a_name_that_an_organisation_and_its_seat_bear_is_the_organisation() -> None:
    seat = Entity("place/network", INETQI.label, "Place", INETQI.aliases)
    assert find({"inetqi": INETQI, seat.id: seat}, "INetQI") == INETQI
    assert find({seat.id: seat}, "INetQI") == seat


def test_facts_are_chosen_by_date_relation_and_entity() -> None:
    joined, founded = fact("memberOf", INETQI, "2018-11"), fact("established", "1875")
    assert select([joined, founded], as_of="2018-10") == [founded]
    assert select([joined, founded], as_of="2018") == [joined, founded]
    assert select([joined, founded], as_of="1874-12-31") == []
    assert select([joined, founded], relation="memberOf") == [joined]
    assert select([joined, founded], about=INETQI) == [joined]
    assert select([joined, founded], relation="established", about=INETQI) == []


@given(date=dates)
def test_a_date_of_the_calendar_is_accepted_in_any_precision(date: str) -> None:
    assert check_date(date) == date
    assert first_day(date) <= last_day(date)


@pytest.mark.parametrize(
    "date", ["", "12", "2012-13", "2012-00", "2011-02-29", "2012-6", "0000", "today", "２０１２"]
)
def test_what_is_no_date_is_refused(date: str) -> None:
    with pytest.raises(InputError, match=r"not a date: .*: write 2012, 2012-06 or 2012-06-30"):
        check_date(date)


@pytest.mark.parametrize(
    ("given_name", "meant"), [("memberof", "memberOf"), ("membrOf", "memberOf"), ("hold", "heldOn|heldIn")]
)
def test_a_mistyped_relation_is_answered_with_the_one_meant(given_name: str, meant: str) -> None:
    with pytest.raises(InputError, match=f"no relation '{given_name}': did you mean ({meant})"):
        select([], relation=given_name)


def test_an_unknown_relation_is_answered_with_all_there_are() -> None:
    with pytest.raises(InputError, match=r"there are memberOf, observerAt, .*, affiliatedWith"):
        select([], relation="xyz")


def test_two_founding_years_are_a_conflict_with_both_sentences() -> None:
    found = conflicts([fact("established", "1946"), fact("established", "1948", document="b.txt")])
    assert [(r["date"], r["document"]) for r in found.records()] == [("1946", "a.txt"), ("1948", "b.txt")]


def test_derived_facts_disagree_with_nobody() -> None:
    derived = replace(fact("established", "1948", document="b.txt"), derived=True)
    assert len(conflicts([fact("established", "1946"), derived])) == 0


def test_one_date_told_with_two_precisions_is_no_conflict() -> None:
    assert (
        len(conflicts([fact("established", "1946"), fact("established", "1946-10-14", document="b.txt")]))
        == 0
    )


def test_two_beginnings_of_one_membership_are_a_conflict_but_undated_ones_are_not() -> None:
    first, undated = (fact("memberOf", INETQI, since) for since in ("2010", None))
    second = fact("memberOf", INETQI, "2018", document="b.txt")
    assert len(conflicts([first, second, undated])) == 2
    assert len(conflicts([first, undated])) == 0


def test_who_left_and_came_back_began_twice_without_a_conflict() -> None:
    first, second = fact("memberOf", INETQI, "2010"), fact("memberOf", INETQI, "2018", document="b.txt")
    left = replace(first, interval=Interval("2010", "2014"))
    assert len(conflicts([left, second])) == 0
    assert len(conflicts([replace(first, interval=Interval("2010", "2019")), second])) == 2


@given(a=dates, b=dates)
def test_compatible_dates_share_a_day(a: str, b: str) -> None:
    assert compatible(a, b) == compatible(b, a)
    if compatible(a, b):
        assert first_day(a) <= last_day(b)
        assert first_day(b) <= last_day(a)


def test_entities_gather_the_aliases_of_all_their_mentions() -> None:
    short = Entity("bipm", "BIPM", "Organisation", ("Bureau",))
    other = Fact(short, "memberOf", INETQI, evidence=fact("memberOf", INETQI).evidence)
    gathered = entities_of([fact("memberOf", INETQI), other])
    assert list(gathered) == ["bipm", "inetqi"]
    assert gathered["bipm"].label == BIPM.label
    assert gathered["bipm"].aliases == ("BIPM", "Bureau")


@pytest.fixture
def graph(world: ModuleType, write: Callable[[str, str], Path], tmp_path: Path) -> Graph:
    write("a.txt", "BIPM is a member of INetQI since 2018. INetQI was established in 2018.")
    write(
        "b.txt",
        "BIPM is a member of INetQI since 2018. ILAC is a member of INetQI. INetQI was established in 2017.",
    )
    qigraph.build([tmp_path / "documents"], tmp_path / "my.qi")
    return qigraph.open(tmp_path / "my.qi")


def test_an_entity_is_explained_by_every_sentence_on_it(graph: Graph) -> None:
    rows = graph.explain("bipm").records()
    assert [(row["document"], row["quote"]) for row in rows] == [
        ("a.txt", "BIPM is a member of INetQI since 2018."),
        ("b.txt", "BIPM is a member of INetQI since 2018."),
    ]


def test_an_edge_is_explained_in_either_direction(graph: Graph) -> None:
    assert graph.explain("INetQI", "ILAC") == graph.explain("ILAC", "INetQI")
    assert len(graph.explain("ILAC", "INetQI")) == 1
    with pytest.raises(NotFoundError, match="no fact joins BIPM and ILAC"):
        graph.explain("BIPM", "ILAC")


def test_conflicts_of_a_graph_name_both_documents(graph: Graph) -> None:
    assert {row["document"] for row in graph.conflicts().records()} == {"a.txt", "b.txt"}


def test_a_networkx_graph_has_all_entities_facts_and_dates(graph: Graph) -> None:
    network = graph.to_networkx()
    assert set(network) == set(graph.entities) == {"bipm", "ilac", "inetqi"}
    assert network.nodes["inetqi"]["established"] == ["2017", "2018"]
    assert network["bipm"]["inetqi"][0]["since"] == "2018"
    assert network["bipm"]["inetqi"][0]["documents"] == ["a.txt", "b.txt"]


def test_a_missing_store_says_how_to_get_it(graph: Graph) -> None:
    shutil.rmtree(graph.generation / "sparql")
    with pytest.raises(InputError, match="has no sparql store: build it again"):
        graph.sparql("ASK {}")


def test_a_document_that_is_not_there_has_no_text(graph: Graph) -> None:
    with pytest.raises(NotFoundError, match=r"no document 'z\.txt'"):
        graph.text("z.txt")


def test_what_is_no_graph_folder_is_refused(graph: Graph, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"no graph folder .*gone\.qi: make one with qigraph build"):
        qigraph.open(tmp_path / "gone.qi")
    with pytest.raises(InputError, match=r"documents is not a graph folder: it has no manifest\.json"):
        qigraph.open(tmp_path / "documents")
    with pytest.raises(InputError, match="is not a graph folder"):
        qigraph.open(tmp_path / "documents" / "a.txt")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "is damaged"),
        (b"\xff", "is damaged"),
        (b"[]", "another program's"),
        (b'{"name": "web app"}', "another program's"),
        (b'{"format": 2}', "is damaged"),
        (b'{"format": 1}', "made by qigraph format 1, this version reads format 2: build it again"),
    ],
)
def test_a_manifest_that_cannot_be_read_is_refused(graph: Graph, content: bytes, message: str) -> None:
    (graph.path / "manifest.json").write_bytes(content)
    with pytest.raises(InputError, match=message):
        qigraph.open(graph.path)


def test_a_manifest_cannot_lead_out_of_the_folder(graph: Graph) -> None:
    manifest = json.loads((graph.path / "manifest.json").read_text())
    (graph.path / "manifest.json").write_text(json.dumps(manifest | {"generation": "../documents"}))
    with pytest.raises(InputError, match="is damaged"):
        qigraph.open(graph.path)


def test_a_missing_generation_is_named(graph: Graph) -> None:
    manifest = json.loads((graph.path / "manifest.json").read_text())
    (graph.path / "manifest.json").write_text(json.dumps(manifest | {"generation": "abc"}))
    with pytest.raises(InputError, match="lacks its folder abc: build the graph again with --fresh"):
        qigraph.open(graph.path)


def test_an_identifier_comes_before_what_a_source_calls_by_it() -> None:
    theirs = Entity("organisation/bipm-2", "BIPM", "Organisation")
    assert find({**ENTITIES, theirs.id: theirs}, "BIPM") is BIPM

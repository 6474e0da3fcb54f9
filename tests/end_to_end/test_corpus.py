"""The five real documents, where they are at hand: what a reader finds in them, the graph knows.

They stand beside the checkout, in ``../shared/corpus``, and are not the project's to ship.
"""

import json
import re
from pathlib import Path

import pytest

import qigraph
from qigraph.graph import Graph
from tests.end_to_end.conftest import run_qigraph

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
DOCUMENTS = [
    "bipm-io-webinar-2020.txt",
    "bipm-liaison-2019.txt",
    "inetqi-snapshot.txt",
    "iso-twinning.txt",
    "unece-quality-infrastructure.txt",
]

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not CORPUS.is_dir(), reason="the real documents are not beside this checkout"),
]

INETQI_MEMBERS = [
    *("BIPM", "IAF", "IEC", "IIOC", "ILAC", "IQNet", "ISO"),
    *("ITC", "ITU", "OIML", "UNECE", "UNIDO", "WBG", "WTO"),
]
JCDCMAS_FOUNDERS = ["BIPM", "IAF", "IEC", "ILAC", "ISO", "OIML", "UNIDO"]
WP6_SUBGROUPS = ["MARS", "GRM", "START"]


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    path = tmp_path_factory.mktemp("corpus") / "corpus.qi"
    done = run_qigraph("build", *(CORPUS / name for name in DOCUMENTS), "-o", path)
    assert "Traceback" not in done.stderr
    return qigraph.open(path)


def names(graph: Graph, relation: str, *, of: str) -> set[str]:
    """Labels of the subjects that stand in the relation to ``of``."""
    return {f.subject.label for f in graph.facts(relation=relation) if f.object_id == graph.find(of).id}


def targets(graph: Graph, relation: str, *, of: str) -> set[str]:
    """Labels of the objects, or the dates, to which ``of`` stands in the relation."""
    return {f.object_label for f in graph.facts(relation=relation) if f.subject.id == graph.find(of).id}


def labels(graph: Graph, *known: str) -> set[str]:
    return {graph.find(name).label for name in known}


def dates(graph: Graph, subject: str, relation: str, target: str) -> set[str | None]:
    """Since when the relation holds, by every fact that states it; empty where none does."""
    one, other = graph.find(subject).id, graph.find(target).id
    return {
        fact.interval.since
        for fact in graph.facts(relation=relation)
        if (fact.subject.id, fact.object_id) == (one, other)
    }


def agreements(graph: Graph, *parties: str) -> set[str]:
    """Names of the agreements to which all the parties are read to be a party."""
    signed = [targets(graph, "signatoryOf", of=party) for party in parties]
    return set.intersection(*signed)


def test_all_five_documents_load(graph: Graph) -> None:
    assert [document.name for document in graph.documents] == DOCUMENTS
    assert {document for fact in graph.facts() for document in fact.documents} == set(DOCUMENTS)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_quote_is_its_exact_slice_of_the_file(graph: Graph, name: str) -> None:
    text = (CORPUS / name).read_bytes().decode()
    evidence = [e for fact in graph.facts() for e in fact.evidence if e.document == name]
    assert evidence
    for one in evidence:
        assert text[one.start : one.stop] == one.quote != ""


@pytest.mark.parametrize("name", DOCUMENTS)
def test_what_extract_prints_has_its_exact_slice(name: str) -> None:
    text = (CORPUS / name).read_bytes().decode()
    done = run_qigraph("extract", CORPUS / name, "--format", "jsonl")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert rows
    for row in rows:
        assert text[row["start"] : row["stop"]] == row["quote"] != ""


def test_inetqi_has_its_fourteen_members_and_no_others(graph: Graph) -> None:
    assert names(graph, "memberOf", of="INetQI") == labels(graph, *INETQI_MEMBERS)


@pytest.mark.parametrize("member", ["IIOC", "IQNet"])
def test_iioc_and_iqnet_joined_inetqi_in_2019(graph: Graph, member: str) -> None:
    assert "2019" in dates(graph, member, "memberOf", "INetQI")


def test_two_members_that_joined_together_did_not_join_each_other(graph: Graph) -> None:
    assert not dates(graph, "IIOC", "memberOf", "IQNet")


def test_jcdcmas_was_established_in_april_2002(graph: Graph) -> None:
    assert targets(graph, "established", of="JCDCMAS") == {"2002-04"}


def test_jcdcmas_has_its_seven_founders_and_no_others(graph: Graph) -> None:
    assert targets(graph, "foundedBy", of="JCDCMAS") == labels(graph, *JCDCMAS_FOUNDERS)
    assert dates(graph, "JCDCMAS", "foundedBy", "BIPM") == {"2002-04"}


@pytest.mark.parametrize("founder", JCDCMAS_FOUNDERS)
def test_a_founder_is_not_founded_by_what_it_founded(graph: Graph, founder: str) -> None:
    assert not dates(graph, founder, "foundedBy", "JCDCMAS")
    assert "2002-04" not in targets(graph, "established", of=founder)


def test_itu_joined_jcdcmas_in_september_2002(graph: Graph) -> None:
    assert "2002-09" in dates(graph, "ITU", "memberOf", "JCDCMAS")


def test_the_dcmas_network_followed_jcdcmas_in_2010_and_unece_joined_it(graph: Graph) -> None:
    assert dates(graph, "DCMAS Network", "successorOf", "JCDCMAS") == {"2010"}
    assert "2010" in dates(graph, "UNECE", "memberOf", "DCMAS Network")


def test_inetqi_followed_in_2018(graph: Graph) -> None:
    assert dates(graph, "INetQI", "successorOf", "DCMAS Network") == {"2018"}
    assert "2018" in {date[:4] for date in targets(graph, "established", of="INetQI")}
    assert "2002-04" not in dates(graph, "INetQI", "successorOf", "JCDCMAS")


def test_a_network_is_no_member_of_its_predecessor(graph: Graph) -> None:
    assert not dates(graph, "INetQI", "memberOf", "DCMAS Network")


def test_ilac_has_the_chair_of_inetqi_and_iso_casco_its_secretariat(graph: Graph) -> None:
    assert names(graph, "chairs", of="INetQI") == labels(graph, "ILAC", "Merih Malmqvist Nilsson")
    assert names(graph, "secretariatOf", of="INetQI") == labels(graph, "ISO/CASCO")


def test_the_bipm_and_iupac_signed_a_memorandum_on_17_october_2019(graph: Graph) -> None:
    (memorandum,) = agreements(graph, "BIPM", "IUPAC")
    assert "Memorandum of Understanding" in memorandum
    assert targets(graph, "signedOn", of=memorandum) == {"2019-10-17"}


def test_the_declaration_on_jctlm_was_signed_again_in_december_2019(graph: Graph) -> None:
    (declaration,) = agreements(graph, "BIPM", "IFCC", "ILAC")
    assert "Declaration of Cooperation" in declaration
    assert "2019-12" in targets(graph, "signedOn", of=declaration)
    assert targets(graph, "foundedBy", of="JCTLM") == labels(graph, "BIPM", "IFCC", "ILAC")


def test_jctlm_is_not_dated_by_the_revision_of_its_declaration(graph: Graph) -> None:
    for founder in ("BIPM", "IFCC", "ILAC"):
        assert "2019" not in dates(graph, "JCTLM", "foundedBy", founder)


def test_the_oecd_founded_the_io_partnership(graph: Graph) -> None:
    assert targets(graph, "foundedBy", of="IO Partnership") == labels(graph, "OECD")


def test_the_bipm_is_a_focal_point_in_the_io_partnership(graph: Graph) -> None:
    assert dates(graph, "BIPM", "focalPointOf", "IO Partnership")
    groups = [
        target for target in targets(graph, "focalPointOf", of="BIPM") if "working group" in target.lower()
    ]
    assert groups, "the liaison report and the web news name a working group on co-ordination"


def test_the_seven_focal_points_of_the_io_partnership(graph: Graph) -> None:
    assert names(graph, "focalPointOf", of="IO Partnership") == labels(
        graph, "UNCITRAL", "OIE", "WHO", "ISO", "WCO", "BIPM", "SIECA"
    )


@pytest.mark.parametrize("group", WP6_SUBGROUPS)
def test_wp6_has_its_sub_groups(graph: Graph, group: str) -> None:
    assert dates(graph, group, "partOf", "WP.6")


def test_wp6_established_its_advisory_group_on_market_surveillance_in_2003(graph: Graph) -> None:
    assert dates(graph, "MARS", "foundedBy", "WP.6") == {"2003"}


def test_wp6_is_part_of_unece_and_was_not_established_in_2016(graph: Graph) -> None:
    assert dates(graph, "WP.6", "partOf", "UNECE")
    assert "2016" not in targets(graph, "established", of="WP.6")


@pytest.mark.parametrize("letter", list("BCDFGIKLMRSUV"))
def test_unece_issued_its_recommendations(graph: Graph, letter: str) -> None:
    issued = targets(graph, "issued", of="UNECE") | targets(graph, "issued", of="WP.6")
    assert any(re.search(rf"\bRecommendation {letter}\b", name) for name in issued), sorted(issued)


def test_iso_and_undp_signed_a_statement_of_intent(graph: Graph) -> None:
    (statement,) = agreements(graph, "ISO", "UNDP")
    assert "Statement of Intent" in statement


@pytest.mark.parametrize("subject", ["INetQI", "WP.6"])
def test_the_goals_as_a_whole_are_addressed(graph: Graph, subject: str) -> None:
    assert dates(graph, subject, "addressesGoal", "Sustainable Development Goals")


@pytest.mark.parametrize("goal", ["SDG 9", "SDG 12", "SDG 13", "SDG 17"])
def test_single_goals_are_addressed(graph: Graph, goal: str) -> None:
    assert names(graph, "addressesGoal", of=goal)


def test_a_member_is_not_credited_with_the_goals_of_its_network(graph: Graph) -> None:
    assert not targets(graph, "addressesGoal", of="IQNet")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Austrian Standards Institute", "Ethiopian Standards Agency"),
        ("Ghana Standards Authority", "Netherlands Standardization Institute"),
    ],
)
def test_the_two_twinnings(graph: Graph, one: str, other: str) -> None:
    assert dates(graph, one, "twinnedWith", other) | dates(graph, other, "twinnedWith", one)


def test_no_other_twinnings(graph: Graph) -> None:
    assert len(graph.facts(relation="twinnedWith")) == 2

"""Tables and documents in one graph, by the real command line."""

import json
from pathlib import Path

import pytest

import qigraph
from tests.end_to_end.conftest import run_qigraph

LIAISONS = (
    '{"id": 1, "reference": "ISO/TC 900", "creationDate": "2001-02-03", "title": {"en": "Calibration"}, "pMembers": '
    '[{"id": 2064, "acronym": "BSI"}], "oMembers": null, "committeeLiaisons": null, "organizationLiaisons": '
    '[{"id": 8816, "acronym": "BIPM"}, {"id": 5, "acronym": "OIML"}]}\n'
)
STATES = (
    "ionum,ccode,state,status,first_year,last_year\n2470,501,kenya,1,2010,2014\n3180,501,kenya,3,1970,1985\n"
)
ORGANISATIONS = (
    "ionum,ioname,orgname,sdate,deaddate\n"
    "2470,BIPM,Intl Bureau,1875.0,\n"
    "3180,ITC,Intl Tin Council,1956.0,1990.0\n"
)
RECIPE = """
columns: [lab, network]
things:
  lab: {type: Organisation, name: lab}
  network: {type: Network, name: network}
facts: [lab memberOf network]
"""


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "note.txt").write_text(
        "The BIPM and ILAC signed a Memorandum of Understanding on 3 May 2012.\n"
    )
    (folder / "committees.jsonl").write_text(LIAISONS)
    (folder / "states.csv").write_text(STATES)
    (folder / "organisations.csv").write_text(ORGANISATIONS)
    return folder


def test_one_organisation_of_a_page_and_of_two_tables_is_one_node(desk: Path, tmp_path: Path) -> None:
    run_qigraph("build", desk, "-o", tmp_path / "my.qi")
    graph = qigraph.open(tmp_path / "my.qi")
    about = [fact for fact in graph.facts() if "bipm" in (fact.subject.id, fact.object_id)]
    assert {document for fact in about for document in fact.documents} == {
        "note.txt",
        "committees.jsonl",
        "states.csv",
        "organisations.csv",
    }
    for fact in graph.facts():
        for evidence in fact.evidence:
            assert graph.text(evidence.document)[evidence.start : evidence.stop] == evidence.quote


def test_look_alikes_with_codes_of_their_own_stay_apart(desk: Path, tmp_path: Path) -> None:
    run_qigraph("build", desk, "-o", tmp_path / "my.qi")
    facts = qigraph.open(tmp_path / "my.qi").facts()
    tin = {e.id: e.label for fact in facts for e in (fact.subject, fact.object) if not isinstance(e, str)}
    assert tin["organisation/cow:3180"] == "Intl Tin Council"  # ITC, as the International Trade Centre
    assert tin["organisation/isoopendata:5"] == "OIML"  # not the code that the registry has for the OIML
    assert "oiml" not in tin
    assert "itc" not in tin


def test_states_left_and_observed(desk: Path, tmp_path: Path) -> None:
    run_qigraph("build", desk, "-o", tmp_path / "my.qi")
    facts = {f.relation: f for f in qigraph.open(tmp_path / "my.qi").facts() if f.subject.label == "Kenya"}
    assert (facts["memberOf"].object_id, facts["memberOf"].interval.until) == ("bipm", None)
    assert (facts["observerAt"].interval.since, facts["observerAt"].interval.until) == ("1970", "1985")


def test_a_table_with_a_recipe_of_the_users_own(tmp_path: Path) -> None:
    (tmp_path / "labs.csv").write_text("lab;network\nMetrosert;Baltic Ring\n")
    (tmp_path / "labs.yaml").write_text(RECIPE)
    printed = run_qigraph(
        "extract", tmp_path / "labs.csv", "--recipe", tmp_path / "labs.yaml", "--format", "jsonl"
    ).stdout
    (row,) = map(json.loads, printed.splitlines())
    assert (row["subject"]["label"], row["row"], row["column"]) == ("Metrosert", 1, "network")
    graph = tmp_path / "my.qi"
    run_qigraph("build", tmp_path / "labs.csv", "--recipe", tmp_path / "labs.yaml", "-o", graph)
    (tmp_path / "more.txt").write_text("ILAC chairs INetQI.\n")
    told = run_qigraph("build", tmp_path / "more.txt", "-o", graph).stdout
    assert "1 unchanged" in told
    changed = tmp_path / "changed.yaml"
    changed.write_text(RECIPE.replace("memberOf", "cooperatesWith"))
    run_qigraph("build", tmp_path / "labs.csv", "--recipe", changed, "-o", graph)
    assert "cooperatesWith" in {fact.relation for fact in qigraph.open(graph).facts()}


def test_a_table_that_no_recipe_knows_is_refused_by_name_and_passed_over_in_a_folder(
    desk: Path, tmp_path: Path
) -> None:
    (desk / "prices.csv").write_text("item,price\nbread,2\n")
    (desk / "package.json").write_text('{"name": "thing"}')
    (desk / "broken.json").write_text("{")
    told = run_qigraph("build", desk, "-o", tmp_path / "my.qi").stdout
    assert "not read   3 of other formats (.csv 1, .json 2)" in told
    refused = run_qigraph("build", desk / "prices.csv", "-o", tmp_path / "my.qi", code=1).stderr
    assert "no recipe reads a table with the columns item, price: give one with --recipe" in refused
    assert len(refused.splitlines()) == 1


def test_a_recipe_for_other_columns_is_refused(tmp_path: Path) -> None:
    (tmp_path / "prices.csv").write_text("item,price\nbread,2\n")
    (tmp_path / "labs.yaml").write_text(RECIPE)
    words = "extract", tmp_path / "prices.csv", "--recipe", tmp_path / "labs.yaml"
    refused = run_qigraph(*words, code=1).stderr
    assert "prices.csv: has no column 'lab', which the recipe" in refused

"""``qigraph check``: our own graph and vocabulary are clean; what is broken is told with its sentence."""

from pathlib import Path

import pytest

import qigraph
from qigraph.checking import check_files, check_graph
from qigraph.errors import InputError
from qigraph.resources import resource
from tests.checking.broken import BROKEN, PREFIXES
from tests.end_to_end.conftest import run_qigraph

SENTENCE = """
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
id:one a qi:Organisation ; skos:prefLabel "Kelp Bureau"@en .
id:day a qi:Event ; skos:prefLabel "Kelp Day"@en .
id:one qi:memberOf id:day .
my:s a qi:Statement ; rdf:subject id:one ; rdf:predicate qi:memberOf ; rdf:object id:day ; qi:evidence my:e ;
    prov:wasDerivedFrom <https://w3id.org/qigraph/document/kelp%20news.txt> .
my:e oa:exact "The Kelp Bureau is a member of the Kelp Day." ; oa:start 4 ; oa:end 48 .
"""


@pytest.fixture(scope="module")
def samples_graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("check") / "samples.qi"
    run_qigraph("build", Path(__file__).parents[2] / "samples", "-o", path)
    return path


def test_our_vocabulary_is_clean() -> None:
    assert check_files(sorted(resource("ontology").glob("*.ttl"))) == []


def test_a_graph_that_we_build_is_clean(samples_graph: Path) -> None:
    assert check_graph(qigraph.open(samples_graph)) == []


def test_what_is_wrong_is_told_with_its_name_and_sentence(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text(PREFIXES + SENTENCE)
    (finding,) = check_files([tmp_path / "a.ttl"])
    assert (finding.severity, finding.rule, finding.label) == ("error", "shape", "Kelp Bureau")
    assert finding.problem.startswith("The object of qi:memberOf is Network, Body or Organisation.")
    assert (finding.document, finding.quote) == (
        "kelp news.txt",
        "The Kelp Bureau is a member of the Kelp Day.",
    )


def test_findings_are_the_same_in_any_order_of_the_files(tmp_path: Path) -> None:
    paths = []
    for name in ("missing-label", "two-labels", "untidy-label"):
        paths.append(tmp_path / f"{name}.ttl")
        paths[-1].write_text(PREFIXES + BROKEN[name].replace("id:one", f"id:{name}"))
    assert check_files(paths) == check_files(reversed(paths))


def test_the_command_prints_findings_and_ends_with_1(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text(PREFIXES + BROKEN["two-labels"])
    done = run_qigraph("check", tmp_path / "a.ttl", "--format", "csv", code=1)
    assert "two-labels" in done.stdout
    assert "Mass Panel | Weights Panel" in done.stdout
    assert done.stderr == "1 errors, 0 warnings\n"


def test_warnings_alone_end_with_0(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text(PREFIXES + BROKEN["term-without-example"])
    assert run_qigraph("check", tmp_path / "a.ttl").stderr == "0 errors, 1 warnings\n"


def test_a_clean_graph_prints_nothing(samples_graph: Path) -> None:
    done = run_qigraph("check", "-g", samples_graph)
    assert (done.stdout, done.stderr) == ("", "0 errors, 0 warnings\n")


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.ttl", "id:one a .", "a.ttl, line 1: is not RDF"),
        ("a.docx", "", "a.docx: cannot read this format: supported are .ttl"),
        ("none.ttl", None, "none.ttl: no such file"),
    ],
)
def test_what_cannot_be_read_is_refused_with_one_line(
    name: str, text: str | None, message: str, tmp_path: Path
) -> None:
    if text is not None:
        (tmp_path / name).write_text(text)
    with pytest.raises(InputError) as refused:
        check_files([tmp_path / name])
    assert message in str(refused.value)
    assert "\n" not in str(refused.value)
    run_qigraph("check", tmp_path / name, code=1)


def test_hostile_nodes_do_not_get_into_a_query(tmp_path: Path) -> None:
    (tmp_path / "a.nt").write_text(
        "<https://example.org/a%3E%7D> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> "
        "<https://w3id.org/qigraph/ontology#Body> .\n"
        "_:b <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/qigraph/ontology#Body> .\n"
    )
    assert [finding.rule for finding in check_files([tmp_path / "a.nt"])] == [
        "missing-label",
        "missing-label",
    ]

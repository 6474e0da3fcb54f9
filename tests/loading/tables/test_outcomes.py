"""Documents inside of RDF: each outcome of a meeting is one, with what it is called, when and by whom."""

from pathlib import Path

import pytest

from qigraph.errors import InputError
from qigraph.extraction import extract
from qigraph.loading.inputs import read_inputs
from qigraph.loading.rdf.files import read_rdf
from qigraph.loading.tables.outcomes import rdf_documents, rdf_recipes
from tests.loading.tables.tables import REGISTRY

PREFIXES = """
@prefix cipm: <https://si-digital-framework.org/bodies/CIPM#> .
@prefix rb: <https://si-digital-framework.org/bodies#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
OUTCOME = """
cipm:Dec9 rb:hasOutcomeTitle "Decision CIPM/900-9 (2031)"@en, "Décision CIPM/900-9 (2031)"@fr ;
    rb:isOutcomeOf cipm:CIPM900 ; rb:hasAction cipm:Act9 ; rb:wasAdoptedBy cipm:CIPM .
cipm:CIPM900 skos:prefLabel "900th meeting of the CIPM"@en ; rb:hasEventDate "2031-05-04"^^xsd:date .
cipm:Act9 rb:hasActionText "set up a Panel on Tides, which is chaired by ILAC."@en, "a créé un groupe."@fr .
"""


def test_an_outcome_is_a_document_in_english(tmp_path: Path) -> None:
    path = tmp_path / "decisions.ttl"
    path.write_text(PREFIXES + OUTCOME)
    (text,) = rdf_documents(read_rdf(path), "decisions.ttl")
    assert text.name == "decisions.ttl#Dec9"
    assert text.characters == (
        "# Decision CIPM/900-9 (2031)\n\nAdopted at the 900th meeting of the CIPM, 2031-05-04.\n\n"
        "The CIPM set up a Panel on Tides, which is chaired by ILAC.\n"
    )


def test_its_sentences_are_read_as_those_of_any_document(tmp_path: Path) -> None:
    path = tmp_path / "decisions.ttl"
    path.write_text(PREFIXES + OUTCOME)
    (text,) = rdf_documents(read_rdf(path), path.name)
    facts = {(f.subject.label, f.relation, f.object_label) for f in extract(text, REGISTRY).facts}
    assert ("International Laboratory Accreditation Cooperation", "chairs", "Panel on Tides") in facts
    assert any(relation == "heldOn" and date == "2031-05-04" for _, relation, date in facts)


def test_several_actions_of_one_outcome_stand_in_one_document(tmp_path: Path) -> None:
    path = tmp_path / "decisions.ttl"
    more = 'cipm:Dec9 rb:hasAction cipm:Act10 .\ncipm:Act10 rb:hasActionText "thanked the Panel."@en .\n'
    path.write_text(PREFIXES + OUTCOME + more)
    (text,) = rdf_documents(read_rdf(path), path.name)
    assert "The CIPM set up" in text.characters and "The CIPM thanked the Panel." in text.characters


def test_what_is_noted_stands_before_what_is_done(tmp_path: Path) -> None:
    path = tmp_path / "decisions.ttl"
    more = 'cipm:Dec9 rb:hasConsidering cipm:C .\ncipm:C rb:hasConsideringText "thanked all."@en, "remercie."@fr .\n'
    path.write_text(PREFIXES + OUTCOME + more)
    (text,) = rdf_documents(read_rdf(path), path.name)
    assert text.characters.index("The CIPM thanked all.") < text.characters.index("The CIPM set up a Panel")
    assert "remercie" not in text.characters


def test_rdf_of_another_vocabulary_is_refused_and_passed_over_in_a_folder(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "other.ttl").write_text("<urn:a> <urn:b> <urn:c> .")
    (folder / "decisions.ttl").write_text(PREFIXES + OUTCOME)
    with pytest.raises(InputError, match=r"no mapping reads RDF with these terms \(urn:b\)"):
        read_inputs([folder / "other.ttl"])
    read = read_inputs([folder])
    assert list(read.texts) == ["decisions.ttl#Dec9"]
    assert read.passed_over == {".ttl": 1}


def test_what_is_no_rdf_is_refused_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text("\n<urn:a> <urn:b>")
    with pytest.raises(InputError, match=r"a\.ttl, line 2: is not RDF"):
        read_rdf(tmp_path / "a.ttl")


def test_the_recipes_name_source_and_licence() -> None:
    assert all(recipe.source.startswith("https://") and recipe.licence for recipe in rdf_recipes())

"""What a mapping may say, and that one's own comes before those that are shipped."""

import pytest

from qigraph.errors import InputError
from qigraph.loading.rdf.mapping import is_mapping, mapping_for, parse_mapping
from qigraph.resources import resource
from tests.loading.rdf.reading import NAMES, reasons, stated

OWN = """
prefixes: {l: "https://lakes.example/"}
classes: {Network: [l:Alliance]}
names: [l:title]
triples: {l:funds: inverse sponsored, "org:linkedTo": partOf}
nodes:
  l:Seat: {fact: "l:who memberOf ^l:hasSeat", role: "{l:rank} member", since: [l:during/l:from, l:from], until: l:to}
silent: [l:note]
"""


def test_a_mapping_of_ones_own_adds_terms() -> None:
    turtle = NAMES + (
        ":all a :Alliance ; :title 'Alliance of Lakes' ; :hasSeat [ a :Seat ; :who :lab ; :rank 'founding' ; "
        ":during [ :from '2012' ] ; :note 'n' ] ."
    )
    assert stated(turtle, OWN) == [("Lakes Institute", "memberOf", "Alliance of Lakes")]
    assert reasons(turtle, OWN) == []
    assert stated(turtle) == []


def test_it_comes_before_those_that_are_shipped() -> None:
    turtle = NAMES + ":office org:linkedTo :lab ."
    assert stated(turtle) == [("Kisumu Office", "cooperatesWith", "Lakes Institute")]
    assert stated(turtle, OWN) == [("Kisumu Office", "partOf", "Lakes Institute")]


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("triples: {org:memberOf: joined}", "there is no relation 'joined': choose one of memberOf"),
        ("triples: {club:in: memberOf}", "'club:in' has a prefix that prefixes does not have"),
        ("classes: {Club: [org:Organization]}", "there is no type 'Club': choose one of Organisation"),
        ("nodes: {org:Membership: org:member memberOf}", "a fact is a subject, a relation and an object"),
        ("nodes: {org:Membership: {facts: x}}", "has the unknown key 'facts'"),
        ("tripels: {}", "a mapping has the unknown key 'tripels'"),
        ("triples: [", "is not YAML"),
        ("- a", "is no mapping"),
        ("triples: 3", "mine.yaml: "),
    ],
)
def test_what_no_mapping_can_say_is_refused_with_one_line(written: str, message: str) -> None:
    with pytest.raises(InputError) as refused:
        parse_mapping(written, "mine.yaml")
    assert str(refused.value).startswith("mine.yaml: ")
    assert message in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_recipe_for_tables_is_told_from_a_mapping() -> None:
    assert is_mapping(OWN)
    assert not is_mapping("columns: [a]\nthings: {}\nfacts: []\nclasses: {}")
    assert not is_mapping("a: [")


@pytest.mark.parametrize("path", sorted(resource("loaders/rdf").glob("*.yaml")), ids=lambda path: path.stem)
def test_a_shipped_mapping_names_its_source_and_licence(path) -> None:
    written = path.read_text(encoding="utf-8")
    assert all(f"\n{key}: " in written for key in ("title", "source", "licence"))
    parse_mapping(written, str(path))


def test_no_two_shipped_mappings_say_different_things_of_a_term() -> None:
    every = [
        parse_mapping(path.read_text(encoding="utf-8"), path.name)
        for path in sorted(resource("loaders/rdf").glob("*.yaml"))
    ]
    joined = mapping_for()
    for mapping in every:
        assert all(joined.triples[name] == relations for name, relations in mapping.triples.items())
        assert all(joined.classes[name] == kind for name, kind in mapping.classes.items())

"""Terms of common vocabularies become facts, each with the statements that state it."""

import pytest

from qigraph.facts import Interval
from qigraph.loading.resolve import resolve
from tests.loading.rdf.reading import NAMES, facts, read, reasons, stated
from tests.loading.tables.tables import REGISTRY

LAB, RING, BIPM = "Lakes Institute", "Lakes Ring", "International Bureau of Weights and Measures"


@pytest.mark.parametrize(
    ("triple", "expected"),
    [
        (":lab org:memberOf :ring", (LAB, "memberOf", RING)),
        (":ring org:hasMember :lab", (LAB, "memberOf", RING)),
        (":lab schema:memberOf :ring", (LAB, "memberOf", RING)),
        (":ring foaf:member :lab", (LAB, "memberOf", RING)),
        (":jane org:memberOf :lab", ("Jane Otieno", "affiliatedWith", LAB)),
        (":jane schema:worksFor :lab", ("Jane Otieno", "affiliatedWith", LAB)),
        (":office org:unitOf :lab", ("Kisumu Office", "partOf", LAB)),
        (":lab org:hasUnit :office", ("Kisumu Office", "partOf", LAB)),
        (":lab schema:parentOrganization :ring", (LAB, "partOf", RING)),
        (":ring schema:founder :lab", (RING, "foundedBy", LAB)),
        (':lab schema:foundingDate "1996"^^xsd:gYear', (LAB, "established", "1996")),
        (":lab schema:location [ a schema:Place ; schema:name 'Kisumu' ]", (LAB, "seatIn", "Kisumu")),
        (":day schema:location 'Kisumu'", ("Lakes Day", "heldIn", "Kisumu")),
        (":day schema:startDate '2031-05-04T09:00:00Z'", ("Lakes Day", "heldOn", "2031-05-04")),
        (":day schema:organizer :lab", (LAB, "organised", "Lakes Day")),
        (":day schema:sponsor :lab", (LAB, "sponsored", "Lakes Day")),
        (":day schema:attendee :jane", ("Jane Otieno", "participatedIn", "Lakes Day")),
        (":report dct:publisher :lab", (LAB, "issued", "Report on Levels")),
        (":guide dct:creator :lab", (LAB, "issued", "Guide to Levels")),
        (":report dct:contributor :ring", (RING, "contributedTo", "Report on Levels")),
        (":base schema:maintainer :lab", (LAB, "maintains", "Base of Levels")),
        (
            ":guide dct:replaces [ a schema:Legislation ; schema:name 'Old Guide' ]",
            ("Guide to Levels", "successorOf", "Old Guide"),
        ),
        (":guide skos:relatedMatch sdg:6.3", ("Guide to Levels", "addressesGoal", "SDG target 6.3")),
        (":guide dct:subject sdg:9", ("Guide to Levels", "addressesGoal", "SDG 9")),
        (":lab schema:knowsAbout 'Metrology'", (LAB, "worksOn", "metrology")),
        (":lab schema:memberOf 'BIPM'", (LAB, "memberOf", BIPM)),
        (":lab qi:cooperatesWith id:bipm", (LAB, "cooperatesWith", BIPM)),
        (":lab org:linkedTo <https://ror.org/055vkyj43>", (LAB, "cooperatesWith", BIPM)),
        (
            ":lab org:linkedTo :b . :b owl:sameAs <http://www.wikidata.org/entity/Q229478>",
            (LAB, "cooperatesWith", BIPM),
        ),
        ("<http://www.wikidata.org/entity/Q229478> schema:memberOf :ring", (BIPM, "memberOf", RING)),
    ],
)
def test_a_triple_states_a_fact(triple: str, expected: tuple[str, str, str]) -> None:
    assert stated(f"{NAMES} {triple} .") == [expected]


def test_its_evidence_is_the_statement_as_a_line_of_the_text() -> None:
    (fact,) = facts(NAMES + ":lab org:memberOf :ring .")
    (evidence,) = fact.evidence
    assert evidence.quote == (
        "<https://lakes.example/lab> <http://www.w3.org/ns/org#memberOf> <https://lakes.example/ring> ."
    )
    assert (evidence.document, evidence.rule) == ("lakes.ttl", "rdf/org:memberOf")
    assert evidence.row == 11


MEMBERSHIP = """[] a org:Membership ; org:member :lab ; org:organization :ring ; org:role :rank ;
    org:memberDuring [ a time:Interval ; time:hasBeginning [ time:inXSDDate "2012-05-04"^^xsd:date ] ;
        time:hasEnd [ time:inXSDgYear "2019"^^xsd:gYear ] ] .
:rank skos:prefLabel "associate member"@en, "membre associé"@fr ."""


def test_a_membership_has_its_role_its_interval_and_all_its_statements_as_one_quote() -> None:
    (fact,) = facts(NAMES + MEMBERSHIP)
    assert (fact.subject.label, fact.relation, fact.object_label) == (LAB, "memberOf", RING)
    assert (fact.role, fact.interval) == ("associate member", Interval("2012-05-04", "2019"))
    (evidence,) = fact.evidence
    for part in ("org#member>", "org#organization>", "org#role>", "2012-05-04", '"2019"'):
        assert part in evidence.quote
    assert not read(NAMES + MEMBERSHIP).dropped


def test_a_membership_without_a_class_and_one_that_its_member_leads_to_are_memberships() -> None:
    untyped = MEMBERSHIP.replace("[] a org:Membership ;", "[]").replace("a time:Interval ;", "")
    turned = (
        MEMBERSHIP.replace("org:member :lab ;", "").replace("[] a", ":m a") + ":lab org:hasMembership :m ."
    )
    for written in (untyped, turned):
        (fact,) = facts(NAMES + written)
        assert (fact.subject.label, fact.role, fact.interval.since) == (LAB, "associate member", "2012-05-04")
        assert not read(NAMES + written).dropped


def test_two_addresses_of_one_thing_are_one() -> None:
    same = ":lab2 a org:Organization ; schema:name 'Kisumu Laboratory' ; owl:sameAs :lab ; schema:foundingDate '1996' ."
    found = resolve(facts(NAMES + same + ":lab org:memberOf :ring ."), REGISTRY)
    assert len({fact.subject.id for fact in found}) == 1
    assert {found[0].subject.label, *found[0].subject.aliases} == {LAB, "Kisumu Laboratory"}


def test_steps_that_lead_nowhere_are_told() -> None:
    assert reasons(NAMES + ":lab org:role 'observer' ; dct:date '1996' .") == [
        "no mapping for dcterms:date",
        "no mapping for org:role",
    ]


def test_a_membership_that_ended_before_it_began_is_told() -> None:
    turned = MEMBERSHIP.replace('"2019"', '"1999"')
    assert stated(NAMES + turned) == []
    assert reasons(NAMES + turned) == ["it ended before it began"]


def test_the_membership_of_a_person_is_an_affiliation() -> None:
    (fact,) = facts(
        NAMES + "[] a org:Membership ; org:member :jane ; org:organization :lab ; org:role 'Director' ."
    )
    assert (fact.subject.label, fact.relation, fact.role) == ("Jane Otieno", "affiliatedWith", "Director")


def test_a_role_of_schema_org_is_no_member_by_itself() -> None:
    role = "[ a schema:OrganizationRole ; schema:member :lab ; schema:startDate '2015' ; schema:roleName 'observer' ]"
    (fact,) = facts(f"{NAMES} :ring schema:member {role} .")
    assert (fact.subject.label, fact.relation, fact.object_label) == (LAB, "memberOf", RING)
    assert (fact.interval.since, fact.role) == ("2015", "observer")


def test_a_change_makes_successors_whichever_way_it_is_told() -> None:
    old = ":old a org:Organization ; skos:prefLabel 'Old Bureau' ."
    one = ":c a org:ChangeEvent ; org:originalOrganization :old ; org:resultingOrganization :lab ; dct:date '1996' ."
    other = ":c a org:ChangeEvent ; dct:date '1996' . :old org:changedBy :c . :lab org:resultedFrom :c ."
    for change in (one, other):
        (fact,) = facts(NAMES + old + change)
        assert (fact.subject.label, fact.relation, fact.object_label) == (LAB, "successorOf", "Old Bureau")
        assert fact.interval.since == "1996"


def test_what_nothing_types_is_what_all_its_relations_leave_to_it() -> None:
    turtle = (
        ":x schema:name 'Some Day' ; schema:startDate '2031' ; schema:location :y . :y schema:name 'Kisumu' ."
    )
    found = {(f.subject.type, f.relation, getattr(f.object, "type", None)) for f in facts(turtle)}
    assert found == {("Event", "heldOn", None), ("Event", "heldIn", "Place")}


def test_what_may_be_two_things_is_told_and_not_guessed() -> None:
    turtle = NAMES + ":thing schema:name 'Something' ; dct:publisher :lab ."
    assert stated(turtle) == []
    assert reasons(turtle) == ["nothing tells what one end is"]


def test_terms_that_no_mapping_knows_are_counted_and_those_that_tell_nothing_are_not() -> None:
    turtle = (
        NAMES
        + ":lab schema:telephone '1', '2' ; a :Lab ; rdfs:comment 'c' ; schema:url <https://l.example> ."
    )
    assert sorted(reasons(turtle)) == [
        "no mapping for schema:telephone",
        "no mapping for schema:telephone",
        "no mapping for the class https://lakes.example/Lab",
    ]


@pytest.mark.parametrize(
    ("triple", "reason"),
    [
        (":lab schema:memberOf 'Unheard-of Club'", "a name that the registry does not know"),
        (":lab schema:foundingDate 'long ago'", "no date stands where one belongs"),
        (":lab schema:foundingDate '1996-13-45'", "no date stands where one belongs"),
        (":lab org:memberOf :lab", "a thing has no relation to itself"),
        (":day org:memberOf :ring", "Event and Network do not go with affiliatedWith"),
        (":guide dct:subject sdg:99", "nothing tells what one end is"),
    ],
)
def test_what_gives_no_fact_is_told_with_the_reason(triple: str, reason: str) -> None:
    assert stated(f"{NAMES} {triple} .") == []
    assert reasons(f"{NAMES} {triple} .") == [reason]


def test_of_names_english_comes_first_and_all_are_kept() -> None:
    names = "skos:prefLabel 'Institut des lacs'@fr, 'Lakes Institute'@en ; skos:altLabel 'LI'"
    (fact,) = facts(f":lab {names} ; schema:foundingDate '1996' .")
    assert (fact.subject.label, fact.subject.aliases) == (LAB, ("Institut des lacs", "LI"))


def test_what_has_no_name_is_called_by_its_address() -> None:
    (fact,) = facts(NAMES + ":lab org:memberOf <https://other.example/club> .")
    assert fact.object_label == "https://other.example/club"


def test_schema_org_is_read_with_and_without_the_s() -> None:
    term = "<http://schema.org/{}>".format
    turtle = f"<urn:l> a {term('Organization')} ; {term('name')} 'L' ; {term('foundingDate')} '1996' ."
    assert stated(turtle) == [("L", "established", "1996")]


def test_the_text_does_not_depend_on_the_order_of_statements_on_named_nodes() -> None:
    triples = [":lab org:memberOf :ring .", ":lab schema:foundingDate '1996' .", ":a org:memberOf :ring ."]
    one, other = (read(NAMES + "".join(order)) for order in (triples, triples[::-1]))
    assert one == other


def test_statements_on_statements_are_counted_as_any_unknown_term() -> None:
    assert reasons(NAMES + ":lab :says <<( :lab org:memberOf :ring )>> .") == [
        "no mapping for https://lakes.example/says"
    ]

"""Short answers say what they say together with their questions."""

import pytest

from tests.extraction.reading import dated, facts

HEAD = "Sahel Laboratories Forum: frequently asked questions\n\n"
FORUM = "Sahel Laboratories Forum"


def _facts(text: str) -> set[tuple[str, str, str]]:
    return facts(HEAD + text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Who chairs the Forum? – The OIML.", {("OIML", "chairs", FORUM)}),
        ("Who chairs the Forum? The OIML does.", {("OIML", "chairs", FORUM)}),
        ("When was the Forum founded? In 2011.", {(FORUM, "established", "2011")}),
        ("By whom was the Forum founded? By ILAC and UNIDO.",
         {(FORUM, "foundedBy", "ILAC"), (FORUM, "foundedBy", "UNIDO")}),
        ("Who keeps its secretariat? At present the OIML.", {("OIML", "secretariatOf", FORUM)}),
        ("Which bodies are observers? ISO and, since 2019, the IEC.",
         {("ISO", "observerAt", FORUM), ("IEC", "observerAt", FORUM)}),
        ("With whom do you co-operate?\n\nWith ILAC on reports, and with UNIDO.",
         {(FORUM, "cooperatesWith", "ILAC"), (FORUM, "cooperatesWith", "UNIDO")}),
        ("What are your main areas of work? Accreditation; since 2020 also food safety.",
         {(FORUM, "worksOn", "accreditation"), (FORUM, "worksOn", "food safety")}),
    ],
)  # fmt: skip
def test_an_answer_is_read_with_its_question(text: str, expected: set[tuple[str, str, str]]) -> None:
    found = _facts(text)
    turned = {(o, r, s) for s, r, o in found if r == "cooperatesWith"}
    assert expected <= found | turned


@pytest.mark.parametrize(
    "text",
    [
        "Who chairs the Forum? Not the OIML.",
        "Who chairs the Forum? Nobody, after ILAC left.",
        "Who would chair the Forum? The OIML.",
        "Who chairs the Forum? That is a long story, which began when some of the founders of the OIML met for dinner.",
        "Does the OIML chair the Forum?",
        "Who will chair the Forum? The OIML.",
    ],
)
def test_no_answer_no_fact(text: str) -> None:
    assert not [fact for fact in _facts(text) if fact[1] == "chairs"]


def test_each_answer_has_its_own_date() -> None:
    text = HEAD + "Who chairs the Forum? From 2011 the OIML; since 2019 ILAC."
    assert {(f[0], f[3]) for f in dated(text) if f[1] == "chairs"} == {("OIML", "2011"), ("ILAC", "2019")}


def test_a_template_about_a_practice_is_read_by_its_questions() -> None:
    text = (
        "| Question | Answer |\n|---|---|\n| Name of the practice | Peer Coaching for Inspectors |\n"
        "| Who set it up? | UNECE and ILAC |\n| Who finances it? | UNIDO |\n| Which SDGs does it serve? | SDG 8 |\n"
    )
    practice = "Peer Coaching for Inspectors"
    assert {
        (practice, "foundedBy", "UNECE"),
        (practice, "foundedBy", "ILAC"),
        ("UNIDO", "sponsored", practice),
        (practice, "addressesGoal", "SDG 8"),
    } <= facts(text)


def test_values_behind_rows_of_dots_are_read() -> None:
    text = "Andean Testing Forum\n\nFounded ........ 1998\nSecretariat .... ILAC\nObservers ...... UNIDO\n"
    assert {
        ("Andean Testing Forum", "established", "1998"),
        ("ILAC", "secretariatOf", "Andean Testing Forum"),
        ("UNIDO", "observerAt", "Andean Testing Forum"),
    } <= facts(text)


def test_a_list_of_contents_has_no_values() -> None:
    text = "Contents\n\nMembers ............. 4\nFounded ............. 11\nObservers of ILAC ........... 19\n"
    assert facts(text) == set()


def test_a_directory_entry_may_begin_at_once_below_its_title() -> None:
    text = (
        "ANDEAN TESTING FORUM (ATF)\nIn existence since .. April 1998\nCalled to life by ... ILAC\n"
        "Members ............. OIML; UNIDO\nObserver bodies ..... ISO\nGoals declared ...... SDG 9, SDG 4\n"
    )
    found = facts(text)
    assert {
        (relation, target) for _, relation, target in found if relation in ("established", "foundedBy")
    } == {
        ("established", "1998-04"),
        ("foundedBy", "ILAC"),
    }
    assert {subject for subject, relation, _ in found if relation == "memberOf"} == {"OIML", "UNIDO"}
    assert {subject for subject, relation, _ in found if relation == "observerAt"} == {"ISO"}
    assert {target for _, relation, target in found if relation == "addressesGoal"} == {"SDG 9", "SDG 4"}
    assert not [fact for fact in found if fact[1] == "partOf"]


def test_the_label_of_a_field_goes_on_to_its_colon() -> None:
    text = (
        "Title of practice: Peer Coaching\nInstitution: OIML\nYear of introduction: 2018\n"
        "Funding: UNIDO\nPartners in implementation: ILAC, IAF\nSDG relevance: SDG 9\n"
    )
    found = facts(text)
    assert {("Peer Coaching", "established", "2018"), ("UNIDO", "sponsored", "Peer Coaching")} <= found
    assert {("ILAC", "contributedTo", "Peer Coaching"), ("IAF", "contributedTo", "Peer Coaching")} <= found


def test_a_practice_may_bear_the_name_of_somebody() -> None:
    text = (
        "| Item | Answer |\n|---|---|\n| Practice | Codex Trust Fund for the inspectors of small states |\n"
        "| Who established it? | FAO and WHO |\n"
    )
    founders = {target for _, relation, target in facts(text) if relation == "foundedBy"}
    assert founders == {"FAO", "WHO"}

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

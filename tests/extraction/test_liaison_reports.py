"""What liaison reports and bulletins say of meetings and co-operation."""

import pytest

from tests.extraction.reading import facts


def _told(text: str, relation: str) -> set[tuple[str, str]]:
    return {(subject, target) for subject, said, target in facts(text) if said == relation}


@pytest.mark.parametrize(
    "text",
    [
        "ILAC and the IAF work closely on many questions.",
        "A joint ILAC-IAF working group was set up in 2014.",
        "A joint letter was sent by ILAC and the IAF.",
        "ILAC and the IAF hold regular meetings on matters of common interest.",
        "ILAC has A-liaison status with the IAF.",
        "ILAC takes part in joint activities with the IAF.",
    ],
)
def test_co_operation_is_read(text: str) -> None:
    assert _told(text, "cooperatesWith") == {("IAF", "ILAC")}


def test_events_are_told_by_their_number() -> None:
    text = "In 2009 the OIML Scales Committee held five evening sessions on fraud."
    assert {subject for subject, _ in _told(text, "organised")} == {"OIML Scales Committee"}
    assert {date for _, date in _told(text, "heldOn")} == {"2009"}
    assert not facts("The IAF plans to hold two workshops in 2030.")


def test_an_event_within_a_programme_is_its_event() -> None:
    text = 'The course was held in Oslo as part of the BIPM "Weighing for All" Programme.'
    assert {subject for subject, _ in _told(text, "organised")} == {"BIPM", "Weighing for All"}


def test_who_is_told_of_activities_is_no_part() -> None:
    text = "The Director of the OIML informed the Scales Committee of the OIML activities."
    assert not _told(text, "partOf")


def test_meetings_of_one_owner_are_told_apart() -> None:
    text = (
        "The 5th meeting of the OIML Scales Committee was held on 3 May 2018. "
        "The 6th meeting of the OIML Scales Committee was held on 4 June 2019."
    )
    assert len(_told(text, "heldOn")) == 2


def test_who_was_there_among_many() -> None:
    text = (
        "The Baltic Weighing Workshop was held in Riga. With 35 participants from 17 countries, the OIML and the IAF, "
        "it was well attended. A highlight was the talk on scales by Dr Jane Doe."
    )
    assert {subject for subject, _ in _told(text, "participatedIn")} == {"OIML", "IAF", "Jane Doe"}


def test_a_forum_that_convened_is_an_event() -> None:
    found = _told("The Baltic Weighing Forum convened on 5 May 2021 in Riga.", "heldOn")
    assert {date for _, date in found} == {"2021-05-05"}


def test_who_signs_an_agreement_to_create_something_founds_it() -> None:
    text = "In 2007 ILAC and the IAF signed an agreement to create the Lakes Quality Network (LQN)."
    assert {who for _, who in _told(text, "foundedBy")} == {"ILAC", "IAF"}


def test_the_two_are_those_of_the_sentence() -> None:
    met = "ISO, the IEC and the ITU met. "
    text = f"{met}Sessions of ILAC and the IAF aimed at collaboration between the two organisations."
    assert _told(text, "cooperatesWith") == {("IAF", "ILAC")}


def test_titled_persons_attend_themselves() -> None:
    text = "The Baltic Weighing Workshop was attended by IEC Regional Director Jane Doe."
    assert {subject for subject, _ in _told(text, "participatedIn")} == {"Jane Doe"}


def test_roman_numbers_are_ordinals() -> None:
    found = _told("ILAC held the ILAC XXVII meeting in Riga in May 2004.", "organised")
    assert {subject for subject, _ in found} == {"ILAC"}


def test_a_numbered_assembly_is_a_meeting_and_the_assembly_a_body() -> None:
    text = (
        "The 5th GULFMET General Assembly was held in Muscat on 3 May 2019. The board reports to the General Assembly "
        "and is directed by the General Assembly."
    )
    assert {date for _, date in _told(text, "heldOn")} == {"2019-05-03"}


def test_wishes_are_no_co_operation() -> None:
    assert not _told(
        "ILAC voiced its willingness to look into closer collaboration with the IAF.", "cooperatesWith"
    )


def test_title_pages_say_where_and_when() -> None:
    text = "# Third Joint APMP/COOMET General Assembly\n\n## Tallinn Conference Hall\n\n7 and 9 June 2005\n\nIt met."
    assert {date for _, date in _told(text, "heldOn")} == {"2005-06-07"}
    assert {place for _, place in _told(text, "heldIn")} == {"Tallinn Conference Hall"}


def test_counted_assemblies_are_meetings() -> None:
    text = "Their declaration was signed in autumn 2003, at the 22nd CGPM."
    assert {event for event, _ in _told(text, "heldOn")} == {"22nd CGPM"}


def test_joint_declarations_are_signed_by_those_in_their_name() -> None:
    text = "The joint ILAC, IAF and OIML declaration on weighing was signed in May 2018."
    assert {who for who, _ in _told(text, "signatoryOf")} == {"ILAC", "IAF", "OIML"}


def test_who_met_took_part() -> None:
    assert {
        who for who, _ in _told("ILAC, the IAF and the OIML met in Riga on 3 May 2018.", "participatedIn")
    } == {
        "ILAC",
        "IAF",
        "OIML",
    }
    found = _told("ILAC met with the IAF in Riga in May 2018.", "participatedIn")
    assert {who for who, _ in found} == {"ILAC", "IAF"}
    assert not _told("The members of ILAC and the IAF met in Riga on 3 May 2018.", "participatedIn")


def test_bodies_behind_their_owner_are_its_bodies() -> None:
    text = "Jane Doe, Chair of the ILAC Weighing Council (WC), spoke. John Roe, chair of ILAC WC in 2010, did not."
    assert {body for _, body in _told(text, "chairs")} == {"Weighing Council"}


def test_the_chair_of_one_does_not_chair_the_other() -> None:
    assert not _told("The IAF Chair met the ILAC Executive in Rome on 3 May 2011.", "chairs")


def test_who_speaks_in_minutes_was_there() -> None:
    text = (
        "# Minutes of the 5th meeting of the ILAC Council\n\nThe Chair, Jane Doe, opened the meeting and gave the "
        "floor to Mr John Roe.\n\nMs Ann Poe (NMISA) explained the results. Mr Sam Low was not able to attend."
    )
    assert {who for who, _ in _told(text, "participatedIn")} == {"Jane Doe", "John Roe", "Ann Poe"}


def test_speakers_elsewhere_are_not_at_a_meeting() -> None:
    assert not _told("# Scales in trade\n\nMr John Roe explained the results of 2015.", "participatedIn")


def test_what_is_created_through_an_agreement_is_founded_by_its_parties() -> None:
    paper = "a declaration of cooperation between ILAC and the IAF"
    text = f"The Lakes Quality Network (LQN) was created in 2002 through {paper}."
    assert {who for _, who in _told(text, "foundedBy")} == {"ILAC", "IAF"}


def test_members_and_stakeholders_meetings() -> None:
    found = _told("The COOMET Members and Stakeholders meeting was held on 31 May and 1 June 2011.", "heldOn")
    assert {date for _, date in found} == {"2011-05-31"}


def test_those_in_brackets_behind_who_reported() -> None:
    text = (
        "ILAC held the Baltic Weighing Workshop in Riga. Members and observers who gave presentations on new work in "
        "their organisations (IAF, OIML, EURAMET) were thanked."
    )
    assert {"IAF", "OIML", "EURAMET"} <= {who for who, _ in _told(text, "participatedIn")}


def test_a_celebration_of_somebody_is_not_theirs() -> None:
    assert not _told("The workshop followed the celebration of the ILAC in 2015.", "organised")


def test_meetings_to_come_are_not_yet_organised() -> None:
    assert not _told(
        "The board prepared the meeting of the IAF that will take place in May 2030.", "organised"
    )


def test_who_chairs_a_group_is_not_at_a_meeting() -> None:
    text = "ILAC held the Baltic Weighing Workshop in Riga. The drafting group was chaired by Dr Jane Doe."
    assert not _told(text, "participatedIn")


def test_days_before_their_month_are_no_part_of_a_name() -> None:
    found = _told("The COOMET Weighing Board held its 4th Workshop on the 6-7 May 2014 in Riga.", "heldOn")
    assert {date for _, date in found} == {"2014-05-06"}


def test_speakers_of_minutes_are_at_their_meeting() -> None:
    text = (
        "# Minutes of the 5th meeting of the ILAC Council\n\nThe minutes of the 4th meeting held in Riga were approved."
        "\n\nDr Jane Doe, who is also Chair of the IAF, gave a presentation on scales."
    )
    events = {event for who, event in _told(text, "participatedIn") if who == "Jane Doe"}
    assert len(events) == 1
    assert "5th" in events.pop()

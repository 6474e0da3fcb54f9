"""What looks like a second thing and is the first, or nobody; dates that are said about."""

import pytest

from qigraph.extraction.time.dates import dates
from tests.extraction.reading import dated, facts


@pytest.mark.parametrize(
    ("text", "agreement"),
    [
        ("The Bern Weights Convention, a regional treaty, was signed on 3 May 1901.", "Bern Weights Convention"),
        ("The Lakes Charter is a fisheries treaty that was signed at Bergen on 4 June 1950.", "Lakes Charter"),
        ("On 5 March 1987, eleven heads signed a Mutual Recognition Arrangement (ILAC MRA).", "ILAC MRA"),
    ],
)  # fmt: skip
def test_a_kind_beside_a_name_is_no_second_agreement(text: str, agreement: str) -> None:
    """ "X, a treaty, was signed" tells the day of X and of nothing else."""
    assert {s for s, relation, _ in facts(text) if relation == "signedOn"} == {agreement}


@pytest.mark.parametrize(
    "text",
    [
        "NORLAB started in 1984 as a conference of harbour masters.",
        "The Scales Council, a yearly conference which seats envoys of the whole coast, meets at the invitation of "
        "the Ministry of Trade of Norway.",
    ],
)
def test_what_somebody_is_or_was_is_no_meeting(text: str) -> None:
    """An organisation that is called a conference holds none."""
    assert not {r for _, r, _ in facts(text)} & {"heldOn", "organised"}


def test_the_next_meeting_is_another() -> None:
    """Where the next assembly meets is not where the last one did."""
    read = facts(
        "The 12th AFRIMETS General Assembly was held on 4 March 2015 in Lusaka. The next AFRIMETS General Assembly "
        "meeting will open its doors in early July 2016 in Maputo."
    )
    held = {s: o for s, relation, o in read if relation == "heldIn"}
    assert set(held.values()) == {"Lusaka", "Maputo"}
    assert len(held) == 2


@pytest.mark.parametrize(
    ("text", "since"),
    [
        ("in early June 2024", "2024-06"),
        ("in mid-2018", "2018"),
        ("at the end of May 2019", "2019-05"),
        ("on 1 st July 2014", "2014-07-01"),
        ("in the first week of May 2017", "2017-05"),
    ],
)
def test_dates_said_about(text: str, since: str) -> None:
    """ "Early June 2024" is June 2024."""
    assert [d.since for d in dates(text)] == [since]


def test_a_month_of_the_year_spoken_of() -> None:
    """ "In May" is a date where the year is known, and "may" is none."""
    assert [d.since for d in dates("In May the group met", "2017")] == ["2017-05"]
    assert dates("it may meet in Oslo", "2017") == []
    assert dates("In May the group met") == []


def test_no_places_and_no_organs_that_are_words() -> None:
    """What a workshop is on is not where it is, and "a Board and Secretariat" is no body."""
    read = facts(
        "Guests of the fair stayed on for a workshop on Sound Methods in Grain Inspection Planning on 7 May 2014."
    )
    assert "heldIn" not in {r for _, r, _ in read}
    names = {
        n
        for s, _, o in facts("The EA Secretariat and NAT took part in the EA General Assembly.")
        for n in (s, o)
    }
    assert not any("and NAT" in name for name in names)


@pytest.mark.parametrize(
    "text",
    [
        "Mr Bell repeated NORLAB's offer to host the 2018 ILAC General Assembly on 8 June 2016 in Porto.",
        "KEBS offered to host the AFRIMETS General Assembly in Nairobi in May 2014.",
    ],
)
def test_an_offer_is_no_meeting(text: str) -> None:
    """Who offers to host has not hosted."""
    assert not [f for f in facts(text) if f[1] in ("heldOn", "heldIn") or f[:2] == ("KEBS", "organised")]


def test_the_year_by_which_a_meeting_is_called() -> None:
    """ "The 2013 assembly, held in April" was in April 2013, whatever year the document is about."""
    read = facts("The 2013 AFRIMETS General Assembly, held in April in Tunis, elected a chair.")
    assert ("2013 AFRIMETS General Assembly", "heldOn", "2013-04") in read


def test_meetings_on_the_same_days_are_one() -> None:
    """ "Met on 6-9 May 1998" is the meeting in the title."""
    read = facts(
        "# Third Meeting of the Baltic Committee of Scales: Riga, Latvia, 6-9 May 1998\n\n"
        "The Baltic Committee of Scales met on 6-9 May 1998 in a school."
    )
    assert len({s for s, relation, _ in read if relation == "heldOn"}) == 1


def test_whose_staff_somebody_is_says_no_more() -> None:
    """Neither where a meeting was, nor what "that aims" is said of."""
    read = facts(
        "The ARSO General Assembly was opened by Dr L. M. Stone, Director of Mines at TARC. Five clerks came to an "
        "ITC training course, led by Mary Finch of WIDT that aims to promote accreditation."
    )
    assert not {r for _, r, _ in read} & {"heldIn"}
    assert ("WIDT", "worksOn", "accreditation") not in read


def test_the_chair_of_a_unit_chairs_not_the_whole() -> None:
    """ "Chairman, Research Council of BEV"."""
    read = facts("Prof. L. O. Reed, Chairman, Research Council of BEV, cut the ribbon.")
    assert "chairs" not in {r for _, r, _ in read}


def test_a_city_behind_a_meeting() -> None:
    """A line with no comma between meeting and city."""
    read = facts("31st WELMEC Meeting Mexico City, Mexico 4-6 March 2015")
    assert ("31st WELMEC Meeting", "heldOn", "2015-03-04") in read
    assert ("31st WELMEC Meeting", "heldIn", "Mexico City") in read


def test_what_is_taught_is_no_programme() -> None:
    """A training "on Managing …" has a theme, however it is written."""
    read = facts("An IEC training on Managing Harbour Standards Projects and Programmes opened in Dakar.")
    assert not any("Managing" in s for s, _, _ in read)


def test_a_body_for_doing_something_keeps_its_whole_name() -> None:
    """ "Task Force on Drafting a Timetable for Recognition"."""
    read = facts("ARSO formed a Task Force on Drafting a Timetable for MLAs in 2007.")
    assert ("Task Force on Drafting a Timetable for MLAs", "established", "2007") in read


@pytest.mark.parametrize(
    "text",
    [
        "A SABS delegation, led by SABS board chairman Prof. Otto K. Lind, attended.",
        "- Jon Berg, Convenor of COOMET's working group on training needs",
    ],
)
def test_chairs_of_boards_and_groups(text: str) -> None:
    """The chairman of the board does not chair the organisation."""
    assert not any(r == "chairs" and o in ("SABS", "COOMET") for _, r, o in facts(text))


def test_years_of_a_plan_and_celebrations() -> None:
    """The years of a plan date no workshop, and an anniversary is not held by whose it is."""
    read = facts(
        "Guests of the regional workshop in Lusaka, Zambia, read the ARSO Action Plan for island states 2013-2017."
    )
    assert "heldOn" not in {r for _, r, _ in read}
    assert "organised" not in {
        r for _, r, _ in facts("The celebration of EUROLAB took place in Porto in June 2009.")
    }


def test_whose_their_meeting_is() -> None:
    """Ministers whom no name tells are not the organisation that the sentence names before."""
    read = facts(
        "Keen to help the Southern African Development Community (SADC), the Transport Ministers at their 6th Meeting "
        "in 2003 agreed to set up the CROSQ."
    )
    assert "organised" not in {r for _, r, _ in read}


def test_who_signs_the_memorandum_of_a_third() -> None:
    """Both work with ILAC, and nothing says that they do with each other."""
    read = facts("SWEDAC (Sweden) and SANAS (South Africa) signed the ILAC MoU on 3 February 2011.")
    assert not [f for f in read if f[1] == "cooperatesWith" and "ILAC" not in f]


def test_a_survey_on_cooperation_is_no_kind_of_body() -> None:
    """Who answered a survey on regulatory co-operation is not said to work on it."""
    read = facts(
        "Thanks go to all who filled in a WTO Survey on Better Regulatory Co-operation, including ARSO (for which Ana "
        "Bell, ARSO Chair, wrote), ILAC and IEC."
    )
    assert not {s for s, relation, _ in read if relation == "worksOn"} & {"ARSO", "ILAC"}


def test_others_are_responsible() -> None:
    """What other bodies are responsible for is not what the subject works on."""
    read = facts(
        "EURAMET runs Joint Working Groups with other European bodies responsible for accreditation."
    )
    assert ("EURAMET", "worksOn", "accreditation") not in read


def test_headlines_and_headings_name_nothing() -> None:
    """A headline that tells what is done is no event, and "Key messages" no publication."""
    read = facts("# COMESA and ECOWAS agree to work together\n\n4 March 2016\n\nThe two met in Lusaka.")
    assert not any("agree" in s for s, _, _ in read)
    read = facts(
        "# Key messages\n\nThis publication was jointly written by the ITC and the UNIDO Secretariats."
    )
    assert not any("messages" in o.lower() for _, _, o in read)


def test_whose_members_make_up_a_group() -> None:
    """A group of an organisation's members does not have the organisation as a member."""
    read = facts(
        "The ILAC Proficiency Task Group was set up. This Task Group, which consists of nine ILAC Members and "
        "two guests, is new."
    )
    assert ("ILAC", "memberOf", "ILAC Proficiency Task Group") not in read


def test_an_earlier_signature_dates_no_later_one() -> None:
    """ "Updates the original declaration signed on …"."""
    read = dated(
        "The Joint ISO, IEC and ILAC declaration was re-signed on 4 April 2016. The version, signed by Ruth Hill "
        "(for the ISO) and Emil Frost (for the IEC), updates the original one signed on 7 May 2009."
    )
    assert not [f for f in read if f[0] == "Ruth Hill" and f[3] == "2009-05-07"]


def test_a_year_behind_a_meeting() -> None:
    """ "Annual Meeting 2007 on 4-6 March" was in 2007, under whatever heading."""
    read = facts(
        "# EUROLAB looks ahead to 2011\n\nEUROLAB held its Annual Meeting 2007 on 4-6 March in Madrid."
    )
    assert {o for _, relation, o in read if relation == "heldOn"} == {"2007-03-04"}


def test_entries_on_agreements() -> None:
    """An entry that begins with a date and speaks of an agreement tells when it was signed."""
    read = facts("9 March 2015: The MoU between the BIPM, UNIDO and ISO provides help to a school.")
    assert "2015-03-09" in {o for _, relation, o in read if relation == "signedOn"}


@pytest.mark.parametrize(
    "text",
    [
        "INMETRO has signed over 30 cooperation agreements with testing houses of its neighbours.",
        'A seminar was held under the roof of the WELMEC Working Group "Training and Skills".',
        "The COPOLCO Committee was established in 1978.",
    ],
)
def test_no_names_at_all(text: str) -> None:
    """So many agreements, the field of a group, and a committee that would be part of itself."""
    read = facts(text)
    assert not [f for f in read if f[1] in ("signatoryOf", "partOf") and "COPOLCO" in f[2] + f[0]]
    assert not [f for f in read if "30" in f[2] or f[2] == "Training and Skills"]


def test_members_that_a_group_began_with() -> None:
    """ "Was established in 1987 with three members: A, B and C": they have been members since."""
    read = dated(
        "The Lakes Accreditation Forum (LAFO) was established in March 1987. Later it grew. LAFO was established with "
        "3 member states, namely Kenya, Chad and Togo."
    )
    since = {f[3] for f in read if f[1] == "memberOf"}
    assert since == {"1987-03"}

"""What looks like a second thing and is the first, or nobody; dates that are said about."""

import pytest

from qigraph.extraction.time.dates import dates
from tests.extraction.reading import dated, facts


@pytest.mark.parametrize(
    ("text", "agreement"),
    [
        ("The Bern Weights Convention, a diplomatic treaty, was signed on 3 May 1901.", "Bern Weights Convention"),
        ("The Lakes Charter is an international treaty that was signed in Oslo on 4 June 1950.", "Lakes Charter"),
        ("Nine directors signed a Mutual Recognition Arrangement (CIPM MRA) on 14 October 1999.", "CIPM MRA"),
    ],
)  # fmt: skip
def test_a_kind_beside_a_name_is_no_second_agreement(text: str, agreement: str) -> None:
    """ "X, a treaty, was signed" tells the day of X and of nothing else."""
    assert {s for s, relation, _ in facts(text) if relation == "signedOn"} == {agreement}


@pytest.mark.parametrize(
    "text",
    [
        "NORLAB started as a conference in 1977.",
        "The Scales Council, a diplomatic conference which brings together delegates, meets at the invitation of the "
        "Ministry of Trade of Norway.",
    ],
)
def test_what_somebody_is_or_was_is_no_meeting(text: str) -> None:
    """An organisation that is called a conference holds none."""
    assert not {r for _, r, _ in facts(text)} & {"heldOn", "organised"}


def test_the_next_meeting_is_another() -> None:
    """Where the next assembly meets is not where the last one did."""
    read = facts(
        "The 17th EURAMET General Assembly was held on 30 May 2023 in Oslo. The next EURAMET General Assembly meeting "
        "will take place in early June 2024 in London."
    )
    held = {s: o for s, relation, o in read if relation == "heldIn"}
    assert set(held.values()) == {"Oslo", "London"}
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
        "The forum was followed by a workshop on Good Practice in Quality Policy Development on 5 April 2019."
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
        "Mr Bell extended NORLAB's offer to host the 2012 ISO General Assembly on 17 September 2012 in San Diego.",
        "KEBS offered to host the AFRIMETS General Assembly in Nairobi in May 2014.",
    ],
)
def test_an_offer_is_no_meeting(text: str) -> None:
    """Who offers to host has not hosted."""
    assert not [f for f in facts(text) if f[1] in ("heldOn", "heldIn") or f[:2] == ("KEBS", "organised")]


def test_the_year_by_which_a_meeting_is_called() -> None:
    """ "The 2013 meeting, held in April" was held in April 2013, whatever year the document is about."""
    read = facts("The 2013 AFRIMETS General Assembly, held in April in Tunis, elected a chair.")
    assert ("2013 AFRIMETS General Assembly", "heldOn", "2013-04") in read


def test_meetings_on_the_same_days_are_one() -> None:
    """ "Met on 26 and 29 October 2004" is the meeting in the title."""
    read = facts(
        "# Tenth Meeting of the International Committee of Legal Metrology: Berlin, Germany, 26-29 October 2004\n\n"
        "The International Committee of Legal Metrology met on 26-29 October 2004 at the institute."
    )
    assert len({s for s, relation, _ in read if relation == "heldOn"}) == 1


def test_whose_staff_somebody_is_says_no_more() -> None:
    """Neither where a meeting was, nor what "that aims" is said of."""
    read = facts(
        "The ILAC General Assembly was opened by Dr D. K. Well, Director of Health at BARC. Twenty people attended a "
        "UNIDO training course, led by Philip Dear of CIDT that aims to promote accreditation."
    )
    assert not {r for _, r, _ in read} & {"heldIn"}
    assert ("CIDT", "worksOn", "accreditation") not in read


def test_the_chair_of_a_unit_chairs_not_the_whole() -> None:
    """ "Chairman, Research Council of NPL"."""
    read = facts("The event was opened by Prof. A. K. Green, Chairman, Research Council of NPL.")
    assert "chairs" not in {r for _, r, _ in read}


def test_a_city_behind_a_meeting() -> None:
    """A line with no comma between meeting and city."""
    read = facts("48th CIML Meeting Ho Chi Minh City, Viet Nam 8-10 October 2013")
    assert ("48th CIML Meeting", "heldOn", "2013-10-08") in read
    assert ("48th CIML Meeting", "heldIn", "Ho Chi Minh City") in read


def test_what_is_taught_is_no_programme() -> None:
    """A training "on Managing …" has a theme, however it is written."""
    read = facts("An ISO training on Managing National Standards Projects and Programmes opened in Accra.")
    assert not any("Managing" in s for s, _, _ in read)


def test_a_body_for_doing_something_keeps_its_whole_name() -> None:
    """ "Task Force on Developing a Roadmap towards Recognition"."""
    read = facts("The ACCSQ formed a Task Force on Developing a Roadmap towards MRAs in 1998.")
    assert ("Task Force on Developing a Roadmap towards MRAs", "established", "1998") in read


@pytest.mark.parametrize(
    "text",
    [
        "An ANSI delegation, led by ANSI board chairman Dr. George W. Bell, attended.",
        "- Paul Bell, Convenor of EURAMET's working group on capacity building",
    ],
)
def test_chairs_of_boards_and_groups(text: str) -> None:
    """The chairman of the board does not chair the organisation."""
    assert not any(r == "chairs" and o in ("ANSI", "EURAMET") for _, r, o in facts(text))


def test_years_of_a_plan_and_celebrations() -> None:
    """The years of a plan date no workshop, and an anniversary is not held by whose it is."""
    read = facts(
        "Participants in the regional workshop in Accra, Ghana, discussed the ISO Action Plan for developing countries "
        "2011-2015."
    )
    assert "heldOn" not in {r for _, r, _ in read}
    assert "organised" not in {
        r for _, r, _ in facts("The celebration of Eurachem took place in Oslo in May 2014.")
    }


def test_whose_their_meeting_is() -> None:
    """Ministers whom no name tells are not the organisation that the sentence names before."""
    read = facts(
        "Having recognized this role in facilitating the ASEAN Free Trade Area (AFTA), the Economic Ministers at their "
        "24th Meeting in 1992 decided to establish the ACCSQ."
    )
    assert "organised" not in {r for _, r, _ in read}


def test_who_signs_the_memorandum_of_a_third() -> None:
    """Both work with the IAF, and nothing says that they do with each other."""
    read = facts("EGAC (Egypt) and IPAC (Portugal) signed the IAF MoU on 12 November 2006.")
    assert not [f for f in read if f[1] == "cooperatesWith" and "IAF" not in f]


def test_a_survey_on_cooperation_is_no_kind_of_body() -> None:
    """Who answered a survey on regulatory co-operation is not said to work on it."""
    read = facts(
        "Invitations went to those who answered an OECD Survey on International Regulatory Co-operation, including "
        "IAF (represented by Ana Bell, IAF Chair), ILAC and ISO."
    )
    assert not {s for s, relation, _ in read if relation == "worksOn"} & {"IAF", "ILAC"}


def test_others_are_responsible() -> None:
    """What other bodies are responsible for is not what the subject works on."""
    read = facts(
        "The CIPM has established Joint Working Groups with other international bodies responsible for accreditation."
    )
    assert ("CIPM", "worksOn", "accreditation") not in read


def test_headlines_and_headings_name_nothing() -> None:
    """A headline that tells what is done is no event, and "Key messages" no publication."""
    read = facts("# TRACECA and CAREC agree to cooperate\n\n10 September 2018\n\nThe parties met in Baku.")
    assert not any("agree" in s for s, _, _ in read)
    read = facts(
        "# Key messages\n\nThis publication was jointly prepared by the OECD and the WTO Secretariats."
    )
    assert not any("messages" in o.lower() for _, _, o in read)


def test_whose_members_make_up_a_group() -> None:
    """A group of an organisation's members does not have the organisation as a member."""
    read = facts(
        "The OIML Digitalisation Task Group was set up. This Task Group, which consists of 15 OIML Members and "
        "regional organisations, is new."
    )
    assert ("OIML", "memberOf", "OIML Digitalisation Task Group") not in read


def test_an_earlier_signature_dates_no_later_one() -> None:
    """ "Updates the original declaration signed on …"."""
    read = dated(
        "The Joint BIPM, OIML and ILAC declaration was re-signed on 13 November 2018. The version, signed by Martin "
        "Bell (for the BIPM) and Stephen Gray (for the OIML), updates the original one signed on 9 November 2011."
    )
    assert not [f for f in read if f[0] == "Martin Bell" and f[3] == "2011-11-09"]


def test_a_year_behind_a_meeting() -> None:
    """ "Annual Meeting 2000 on 23-26 May" was in 2000, under whatever heading."""
    read = facts(
        "# Eurachem gears up for 2005\n\nEURACHEM held its Annual Meeting 2000 on 23-26 May in Berlin."
    )
    assert {o for _, relation, o in read if relation == "heldOn"} == {"2000-05-23"}


def test_entries_on_agreements() -> None:
    """An entry that begins with a date and speaks of an agreement tells when it was signed."""
    read = facts("14 May 2012: The MoU between the OIML, IAF and ILAC provides support to a programme.")
    assert "2012-05-14" in {o for _, relation, o in read if relation == "signedOn"}


@pytest.mark.parametrize(
    "text",
    [
        "NIM has signed nearly 30 cooperation agreements with national metrology institutes of many countries.",
        'The workshop was held under the aegis of the Eurachem Working Group "Education and Training".',
        "The DEVCO Committee was established in 1961.",
    ],
)
def test_no_names_at_all(text: str) -> None:
    """So many agreements, the field of a group, and a committee that would be part of itself."""
    read = facts(text)
    assert not [f for f in read if f[1] in ("signatoryOf", "partOf") and "DEVCO" in f[2] + f[0]]
    assert not [f for f in read if "30" in f[2] or f[2] == "Education and Training"]


def test_members_that_a_group_began_with() -> None:
    """ "Was established in 1994 with three members: A, B and C": they have been members since."""
    read = dated(
        "The Asia-Pacific Legal Metrology Forum (APLMF) was established in November 1994. Later it grew. APLMF was "
        "established with 3 member economies, namely Australia, Canada and Japan."
    )
    since = {f[3] for f in read if f[1] == "memberOf"}
    assert since == {"1994-11"}

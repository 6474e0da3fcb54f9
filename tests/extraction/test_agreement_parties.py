"""Parties of agreements: without articles, behind colons, with their countries, and those for whom persons sign."""

import pytest

from tests.extraction.reading import facts


def _of(text: str, relation: str) -> set[tuple[str, str]]:
    return {(subject, target) for subject, found, target in facts(text) if found == relation}


def _signed(text: str) -> set[str]:
    return {subject for subject, _ in _of(text, "signatoryOf")}


@pytest.mark.parametrize(
    ("text", "signed"),
    [
        ("Over lunch, memorandums of understanding were concluded between the Lake Standards Bureau and ISO.",
         {"Lake Standards Bureau", "ISO"}),
        ("The OIML entered into cooperation agreements with ISO.", {"OIML", "ISO"}),
        ("NWB has concluded agreements with two of the region's leading institutes: the Lake Weights Institute (LWI) of"
         " Kenya and the Hill Weights Institute (HWI) of Uganda.",
         {"NWB", "Lake Weights Institute", "Hill Weights Institute"}),
        ("The Lake Weights Institute under the Ministry of Trade and the Hill Weights Institute have signed an MoU.",
         {"Lake Weights Institute", "Hill Weights Institute"}),
        ("The MoU between the Lake Weights Institute, Kenya and the Hill Weights Institute, Uganda was renewed.",
         {"Lake Weights Institute", "Hill Weights Institute"}),
        ("The agreement was signed on behalf of the Lake Weights Institute by Dr. Jane Doe, Director General, and on"
         " behalf of the Hill Weights Institute by Mr Peter Brown, President.",
         {"Lake Weights Institute", "Hill Weights Institute", "Jane Doe", "Peter Brown"}),
    ],
)  # fmt: skip
def test_parties_are_read(text: str, signed: set[str]) -> None:
    assert _signed(text) == signed


@pytest.mark.parametrize(
    "text",
    [
        "Memorandums of understanding are often signed between ministries.",
        "ISO and the OIML have no cooperation agreements with each other.",
        "The institutes plan to enter into cooperation agreements with ISO.",
    ],
)
def test_no_party_no_signature(text: str) -> None:
    assert _signed(text) == set()


def test_partners_of_several_agreements_are_not_partners_of_each_other() -> None:
    pairs = {
        frozenset(pair) for pair in _of("The OIML signed agreements with ISO and ITU.", "cooperatesWith")
    }
    assert pairs == {frozenset(("OIML", "ISO")), frozenset(("OIML", "ITU"))}


def test_what_goes_by_two_kinds_between_the_same_is_one() -> None:
    text = (
        "The OIML signed a Memorandum of Understanding with ISO on 3 May 2011. Later it is told that ISO and the OIML"
        " renewed an MOU.\n\nThe MOU between ISO and the OIML covers metrology."
    )
    assert len({target for _, target in _of(text, "signatoryOf")}) == 1


def test_who_signs_for_whom_is_not_crossed() -> None:
    text = (
        "It was signed for the Lake Weights Institute by Dr. Jane Doe, Director General, and for the Hill Weights"
        " Institute by Mr Peter Brown, President."
    )
    assert _of(text, "affiliatedWith") == {
        ("Jane Doe", "Lake Weights Institute"),
        ("Peter Brown", "Hill Weights Institute"),
    }


def test_an_acronym_tells_namesakes_apart() -> None:
    text = (
        "The National Institute of Metrology (Thailand) (NIMT) signed an MoU with the National Institute of Metrology"
        " (NIM)."
    )
    assert _signed(text) == {"NIMT", "NIM"}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Jane Doe, treasurer of Weights International, followed with remarks about fraud.", "Jane Doe"),
        (
            '"Standards matter," said Jane Doe, head of the Hill Weights Institute, in her remarks.',
            "Jane Doe",
        ),
        (
            "Speaking at the workshop, Ms Jane Doe, CEO of the Hill Weights Institute, thanked all.",
            "Jane Doe",
        ),
        ("In her opening remarks, Ms Jane Doe thanked the partners.", "Jane Doe"),
    ],
)
def test_who_speaks_takes_part(text: str, who: str) -> None:
    told = f"The Lake Standards Bureau held a workshop in Nairobi on 3 May 2019. {text}"
    assert who in {subject for subject, _ in _of(told, "participatedIn")}


def test_a_host_behind_a_comma_is_that_of_the_nearest_event() -> None:
    text = "They celebrated at the Scales Symposium, hosted by the OIML in Bergen."
    assert _of(text, "organised") == {("OIML", "Scales Symposium")}
    assert _of(text, "heldIn") == {("Scales Symposium", "Bergen")}


def test_who_signs_at_a_ceremony_is_there() -> None:
    text = (
        "During the ceremony, Ms Jane Doe, Director of the Lake Weights Institute, and Mr Peter Brown, Director of the"
        " Hill Weights Institute, signed the agreement."
    )
    assert {subject for subject, _ in _of(text, "participatedIn")} == {"Jane Doe", "Peter Brown"}


def test_a_general_meeting_ends_before_its_place() -> None:
    text = "During the COOMET General Meeting in Tallinn, the OIML signed an agreement with COOMET."
    assert ("COOMET General Meeting", "Tallinn") in _of(text, "heldIn")


def test_a_name_that_many_bear_is_that_of_its_country() -> None:
    text = "The Iceland National Bureau of Standards signed an MoU with ISO."
    assert _signed(text) == {"Iceland National Bureau of Standards", "ISO"}


def test_what_is_said_of_a_paper_is_not_said_of_the_event() -> None:
    text = (
        "The OIML organised a workshop to try out its Scales Toolkit, which had been developed with funding from the"
        " World Bank."
    )
    assert not _of(text, "sponsored")


def test_whoever_tells_a_meeting_is_there() -> None:
    text = "Jane Doe from the Hill Weights Bureau told the autumn meeting in Tartu about it."
    assert "Jane Doe" in {subject for subject, _ in _of(text, "participatedIn")}


def test_whatever_is_signed_is_an_agreement() -> None:
    text = (
        "SADCMET signed a roadmap with the Lake Weights Bureau on May 7, 2009 so as to carry out the Memorandum of"
        " Understanding concluded between both sides on June 2, 2008."
    )
    assert _of(text, "signedOn") == {
        ("Roadmap between SADCMET and Lake Weights Bureau", "2009-05-07"),
        ("Memorandum of Understanding between SADCMET and Lake Weights Bureau", "2008-06-02"),
    }


def test_the_deal_is_the_one_that_was_struck() -> None:
    text = "KEBS inked a deal with the Lake Weights Institute in Nairobi. The deal covers metrology."
    assert _of(text, "worksOn") >= {("KEBS", "metrology"), ("Lake Weights Institute", "metrology")}


def test_a_great_deal_is_no_agreement() -> None:
    assert not _signed("ISO and the OIML share a great deal of work. The deal was never signed.")


def test_persons_go_by_their_family_names() -> None:
    text = (
        "Omar bin Yusuf Al-Wazzan, President of SMIIC, opened the workshop in Tunis. Al-Wazzan signed the memorandum"
        " on behalf of SMIIC."
    )
    assert _signed(text) == {"Omar bin Yusuf Al-Wazzan", "SMIIC"}


def test_a_family_name_in_another_name_is_not_the_person() -> None:
    text = "Jane Hill, President of GSO, spoke. The Hill Weights Institute signed an agreement with ISO."
    assert _signed(text) == {"Hill Weights Institute", "ISO"}


def test_an_assembly_with_a_number_is_an_event() -> None:
    text = "GSO took part in the World Scales Assembly (WSA-20) in Geneva."
    assert _of(text, "participatedIn") == {("GSO", "World Scales Assembly")}


def test_a_consortium_is_led_by_one_of_its_partners() -> None:
    text = "LWI formed a consortium with NWB under the leadership of the PTB."
    pairs = {frozenset(pair) for pair in _of(text, "cooperatesWith")}
    assert pairs == {frozenset(p) for p in (("LWI", "NWB"), ("LWI", "PTB"), ("NWB", "PTB"))}


def test_a_name_in_brackets_behind_its_description() -> None:
    text = (
        "Jointly with the Nordic network for legal metrology (LMNET), the PTB organised a workshop in Bergen."
    )
    assert {subject for subject, _ in _of(text, "organised")} == {"LMNET", "PTB"}


def test_two_events_with_articles_are_two() -> None:
    text = (
        "KEBS took part in the Lake Conference and the Hill Symposium. These two events were held in Geneva."
    )
    assert _of(text, "heldIn") == {("Lake Conference", "Geneva"), ("Hill Symposium", "Geneva")}


def test_the_pair_is_that_of_the_agreement() -> None:
    text = (
        "The Hill University concluded a memorandum of understanding with the Lake Weights Bureau. The head of its"
        " School of Law, Anna Silva, signed the MoU. This agreement will deepen cooperation between the two"
        " institutions."
    )
    assert {frozenset(pair) for pair in _of(text, "cooperatesWith")} == {
        frozenset(("Hill University", "Lake Weights Bureau"))
    }


def test_names_in_a_list_with_semicolons() -> None:
    text = (
        "Jane Doe, Director of the LWI, signed agreements with the Northern Institute of Scales Training, Bergen; the"
        " Hill College of Trades; and the Lake Weights Institute."
    )
    assert _signed(text) >= {"Northern Institute of Scales Training", "Hill College of Trades"}


def test_an_office_of_an_organisation_signs_for_it() -> None:
    text = "The LWI (LWI), Southern Regional Office, signed an agreement with ISO."
    assert _signed(text) == {"LWI", "ISO"}


def test_whose_part_somebody_is_does_not_sign() -> None:
    text = (
        "Ivo Tamm, director of the Lake Standards Association (LSA) \u2013 part of the Ministry of Crafts \u2013"
        " signed the memorandum."
    )
    assert _signed(text) == {"Ivo Tamm", "Lake Standards Association"}


def test_a_number_of_agreements_is_none() -> None:
    assert not _signed(
        "This brings the number of MoUs to 105, and ISO keeps a list of agreements with the ITU."
    )


def test_partners_work_on_what_their_partnership_is_for() -> None:
    text = (
        "UNIDO and the OIML agreed to found a lasting partnership. The purpose of the partnership is to help"
        " exporters and to lower technical barriers to trade."
    )
    assert _of(text, "worksOn") == {("UNIDO", "trade facilitation"), ("OIML", "trade facilitation")}


def test_parties_work_on_what_is_done_under_their_agreement() -> None:
    text = (
        "ISO and the OIML signed a memorandum of understanding. Under the memorandum, courses on conformity"
        " assessments will be offered."
    )
    assert _of(text, "worksOn") == {("ISO", "conformity assessment"), ("OIML", "conformity assessment")}


def test_who_joins_an_agreement_of_somebody_is_no_partner_of_others_who_do() -> None:
    text = "SANAS and the Lake Accreditation Service signed the IAF MoU over dinner on 4 June 2003."
    assert not _of(text, "cooperatesWith")


def test_what_is_funded_in_front_goes_on() -> None:
    text = "Funded by the European Union, the Lake Quality Project will go on until May 2031."
    assert _of(text, "sponsored") == {("EU", "Lake Quality Project")}


def test_a_quoted_name_that_is_held_is_an_event() -> None:
    text = 'The "3rd Open Day of the LWI Friends" was celebrated on 6 June 2014 in Bergen.'
    assert _of(text, "heldOn") == {("3rd Open Day of the LWI Friends", "2014-06-06")}


def test_a_family_name_in_capitals_is_no_organisation() -> None:
    text = "The seminar was opened by the Deputy Director of the OIML, Ivo Peeter TAMMEK, in Bergen."
    assert not any("TAMMEK" in (a, b) for _, a, b in [(r, a, b) for a, r, b in facts(text)])


def test_representatives_beside_a_person_were_there() -> None:
    text = (
        "The forum was held in Tallinn. Also present were the Lake Standards Commission (LSC) President Jane Doe,"
        " as well as experts from the Hill Weights Agency (HWA) and the PTB."
    )
    assert {subject for subject, _ in _of(text, "participatedIn")} == {
        "Jane Doe",
        "Hill Weights Agency",
        "PTB",
    }


def test_who_chairs_is_the_person() -> None:
    text = "ILAC Chairwoman of the Board of Trustees Ambassador Jane Doe thanked the members."
    assert {subject for subject, _ in _of(text, "chairs")} == {"Jane Doe"}


def test_who_met_to_sign_signed() -> None:
    text = "ILAC and the OIML met in Riga on 9 May 2012 to renew the MoU between the two organizations."
    assert {subject for subject, _ in _of(text, "signatoryOf")} == {"ILAC", "OIML"}
    assert not _of("ILAC and the OIML plan to meet in Riga on 9 May 2012 to renew the MoU.", "signatoryOf")


def test_what_was_signed_in_a_place_today_has_the_date_of_the_news() -> None:
    text = "Lima, 4 June 2008 - An MoU between ITC and COOMET was signed in Lima today."
    assert {day for _, day in _of(text, "signedOn")} == {"2008-06-04"}


def test_what_another_incorporated_was_not_founded_by_it() -> None:
    text = (
        "UNIDO was restructured in 1974 by incorporating the Lake Laboratory and the Hill Science Institute."
    )
    assert not _of(text, "established")


def test_whose_institute_signed_did_not_sign() -> None:
    text = (
        "An MoU was signed on 3 May 2019 by the Trade Department's Lake Weights Agency"
        " and the Hill Science Institute."
    )
    assert {subject for subject, _ in _of(text, "signatoryOf")} == {
        "Lake Weights Agency",
        "Hill Science Institute",
    }


def test_a_country_beside_another_is_no_member() -> None:
    text = (
        "ILAC is a member of COOMET. They help remove barriers between Iceland and the Republic of Moldova."
    )
    assert not any("Republic of Moldova" in (a, b) for a, _, b in facts(text))

"""News of agreements and of those who sign them, and pages on who made what of themselves."""

import pytest

from tests.extraction.reading import facts


def _of(text: str, relation: str) -> set[tuple[str, str]]:
    return {(subject, target) for subject, found, target in facts(text) if found == relation}


@pytest.mark.parametrize(
    ("text", "signed"),
    [
        ("Ana Silva, president of the Gulf Office of Weights (GOW), signed the Arusha Agreement.",
         {"Ana Silva", "Gulf Office of Weights"}),
        ("The head of the Gulf Office of Weights Karin Lund signed the Arusha Agreement.",
         {"Karin Lund", "Gulf Office of Weights"}),
        ("ILAC president and CEO J. Maria Braun signed the Arusha Agreement.", {"J. Maria Braun", "ILAC"}),
        ("The Joint ILAC, IAF and ISO Declaration on Trust was published.", {"ILAC", "IAF", "ISO"}),
        ("In 2016, ILAC and the IAF revised their rules, signed a new agreement, and opened an office.",
         {"ILAC", "IAF"}),
    ],
)  # fmt: skip
def test_who_signed_is_read(text: str, signed: set[str]) -> None:
    assert {subject for subject, _ in _of(text, "signatoryOf")} == signed


def test_the_document_that_is_signed_is_the_agreement() -> None:
    text = "ILAC and the IAF have a new MoU.\n\nThe document was signed by Ana Silva and Karin Lund.\n"
    assert {subject for subject, _ in _of(text, "signatoryOf")} >= {"Ana Silva", "Karin Lund"}


def test_several_agreements_are_not_one_between_all() -> None:
    targets = {target for _, target in _of("ILAC and the IAF signed two new agreements.", "signatoryOf")}
    assert not any("between" in target for target in targets)


def test_a_second_memorandum_is_another() -> None:
    text = "Ana Silva signed the first memorandum. Karin Lund signed the second memorandum."
    assert len({target for _, target in _of(text, "signatoryOf")}) == 2


def test_one_works_with_each_of_a_list() -> None:
    text = "The plan sets out cooperation between ISO and the OIML, the IEC, and the ITU."
    assert {frozenset(pair) for pair in _of(text, "cooperatesWith")} == {
        frozenset(("ISO", other)) for other in ("OIML", "IEC", "ITU")
    }


def test_parties_work_on_what_they_agree_on() -> None:
    text = (
        "ISO and the OIML signed a memorandum of understanding on cooperation in metrology and accreditation."
    )
    assert _of(text, "worksOn") >= {
        (who, what) for who in ("ISO", "OIML") for what in ("metrology", "accreditation")
    }


def test_parties_need_not_work_on_what_others_do() -> None:
    text = "ISO and UNIDO signed an agreement for experts who train in accreditation."
    assert ("UNIDO", "accreditation") not in _of(text, "worksOn")


@pytest.mark.parametrize(
    ("text", "issued"),
    [
        ("ILAC G99:01/2020 Guidance on scales in shops has been published.", {"ILAC"}),
        ("ISO/IEC 99999:2020 was published in May 2020.", {"ISO", "IEC"}),
        ("ISO 99999:2020 has not been published.", set()),
        ("ISO 99999:2020 will be published in May.", set()),
        ("ISO 99999:2020 was adopted by the Gulf Office of Weights.", {"Gulf Office of Weights"}),
    ],
)
def test_a_number_tells_who_published_it(text: str, issued: set[str]) -> None:
    assert {subject for subject, _ in _of(text, "issued")} == issued


def test_what_became_of_a_name_in_brackets() -> None:
    assert ("ABC", "XYZ") in _of("The review of XYZ (now ABC) began. XYZ met ABC.", "successorOf")


def test_letters_far_from_their_items_are_no_column() -> None:
    text = "ILAC has the objectives:\n\n" + "".join(
        f"({letter})        to promote {topic};\n\n"
        for letter, topic in zip("abcd", ("metrology", "accreditation", "gender", "health"), strict=True)
    )
    assert {topic for who, topic in _of(text, "worksOn") if who == "ILAC"} >= {
        "metrology",
        "accreditation",
        "health",
    }


@pytest.mark.parametrize(
    "text",
    [
        "The MoU aims to strengthen cooperation in the fields of metrology and accreditation.",
        "The aim of the MoU is to help both in the fields of metrology (scales, weights), tests, and accreditation.",
        "The agreement covers metrology and accreditation.",
        "The MoU will promote metrology and accreditation in the region.",
    ],
)
def test_an_agreement_tells_what_its_parties_work_on(text: str) -> None:
    read = _of(f"UNIDO and UNESCO signed a MoU in 2019.\n\n{text}\n", "worksOn")
    assert read >= {(who, what) for who in ("UNIDO", "UNESCO") for what in ("metrology", "accreditation")}


@pytest.mark.parametrize(
    "text",
    [
        "The MoU does not cover metrology.",
        "The MoU helps those who work on metrology.",
        "Metrology is not named in the MoU.",
        "The MoU could promote metrology.",
    ],
)
def test_what_an_agreement_is_not_about(text: str) -> None:
    assert not _of(f"UNIDO and UNESCO signed a MoU in 2019.\n\n{text}\n", "worksOn")


def test_its_committee_is_part_of_it() -> None:
    text = "The plan is by the Gulf Office of Weights (GOW) and its Committee on Scales (COS)."
    assert ("Committee on Scales", "Gulf Office of Weights") in _of(text, "partOf")


def test_the_place_of_a_piece_of_news_is_no_party() -> None:
    text = "KARACHI \u2013 ILAC and the IAF signed a MoU in 2019."
    assert {subject for subject, _ in _of(text, "signatoryOf")} == {"ILAC", "IAF"}


def test_a_surname_in_capitals_belongs_to_the_name() -> None:
    assert _of("Dr. Ana SILVA, President of ILAC, spoke.", "affiliatedWith") == {("Ana SILVA", "ILAC")}


@pytest.mark.parametrize(
    "text",
    [
        "UNIDO and UNESCO signed a pact after years of cooperation in the field of metrology.",
        "UNIDO cooperates with UNESCO on metrology.",
        "There is close collaboration between UNIDO and UNESCO in metrology.",
    ],
)
def test_partners_work_on_what_they_do_together(text: str) -> None:
    assert _of(text, "worksOn") >= {("UNIDO", "metrology"), ("UNESCO", "metrology")}


def test_partners_need_not_work_on_what_is_said_besides() -> None:
    text = "UNIDO cooperates with UNESCO. The hall of the metrology institute was full."
    assert not _of(text, "worksOn")


def test_the_office_before_a_name_is_that_of_its_bearer() -> None:
    text = "The MoU was signed by UNIDO's Director-General, Karin Lund, ILAC President Ana Silva and others."
    assert _of(text, "affiliatedWith") >= {("Karin Lund", "UNIDO"), ("Ana Silva", "ILAC")}
    assert ("Karin Lund", "ILAC") not in _of(text, "affiliatedWith")


def test_saints_keep_their_names() -> None:
    text = "The St. Lucia Bureau of Weights signed an agreement with ILAC in 2002."
    assert {subject for subject, _ in _of(text, "signatoryOf")} == {"St. Lucia Bureau of Weights", "ILAC"}


def test_whoever_met_members_is_none() -> None:
    assert not _of("Ana Silva, ILAC, met with the members of the IAF.", "memberOf")
    assert not _of("Following the meetings, ILAC, met with the members of the IAF.", "memberOf")


def test_a_day_without_a_year_is_told_by_the_news() -> None:
    text = "GENEVA, October 28, 2019 \u2013 The Arusha Agreement was signed on October 25 in Moscow."
    assert ("Arusha Agreement", "2019-10-25") in _of(text, "signedOn")


def test_a_caption_tells_who_was_there() -> None:
    text = "From left, at the signing of the ILAC agreement: Dr Ana Silva, ILAC; Mr Karl Braun, IAF."
    assert {who for who, _ in _of(text, "participatedIn")} == {"Ana Silva", "Karl Braun"}


def test_no_caption_no_meeting() -> None:
    assert not _of(
        "From the start, ILAC held that signing matters: Dr Ana Silva and Mr Karl Braun said so.",
        "participatedIn",
    )


def test_an_apposition_tells_of_work() -> None:
    text = "Peru joined UNIDO (Vienna), the agency that promotes accreditation, in 1999."
    assert ("UNIDO", "accreditation") in _of(text, "worksOn")


def test_an_apposition_does_not_tell_of_others() -> None:
    assert not _of("Peru joined UNIDO, the agency that UNESCO met at a fair on accreditation.", "worksOn")


def test_objects_of_work_with_nobody_are_no_partners() -> None:
    text = "Tasks:\n\n- Cooperates with ILAC, the IAF, and with ministries;\n- Pays its bills.\n"
    assert ("ILAC", "IAF") not in _of(text, "cooperatesWith") and ("IAF", "ILAC") not in _of(
        text, "cooperatesWith"
    )


def test_a_memorandum_that_is_named_by_its_parties_is_the_memorandum() -> None:
    text = (
        "The ILAC and International Bureau of Weights and Measures (BIPM) Memorandum of Understanding (MoU) was "
        "renewed in 2016.\n\nThe MoU covers accreditation.\n"
    )
    assert _of(text, "worksOn") >= {("ILAC", "accreditation"), ("BIPM", "accreditation")}

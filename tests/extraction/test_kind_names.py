"""Names without a head noun, told by the kind that stands beside them."""

import pytest

from tests.extraction.reading import facts, mentioned


@pytest.mark.parametrize(
    ("text", "surface", "kind"),
    [
        (
            "Calm Hands, a training course programme of the PTB, supports laboratories.",
            "Calm Hands",
            "Programme",
        ),
        ("In 2021 NPL launched WEI-NET, a network of laboratories.", "WEI-NET", "Network"),
        ("The project Fine Balance is run by METAS.", "Fine Balance", "Programme"),
        ("Under its DarkLab initiative, UNIDO trained staff.", "DarkLab initiative", "Programme"),
        ("The initiative, named Scales for Growth, was launched in 2017.", "Scales for Growth", "Programme"),
        ("A new project, FlowGrid-Cal, started in June.", "FlowGrid-Cal", "Programme"),
        ("The national metrology institute, Vektlab, hosted it.", "Vektlab", "Organisation"),
        ("Vektlab, the Norwegian metrology institute, hosted it.", "Vektlab", "Organisation"),
        ("It was written by SafeMeters (2016), a project run by CMI.", "SafeMeters", "Programme"),
        ("Scale Watch is a campaign of WELMEC.", "Scale Watch", "Programme"),
    ],
)
def test_the_kind_beside_a_name_tells_its_type(text: str, surface: str, kind: str) -> None:
    assert (surface, kind) in mentioned(text)


@pytest.mark.parametrize(
    "text",
    [
        "In Nairobi, a project of the laboratories began.",
        "Today, a network of laboratories works on it.",
        "Recently, a programme of inspections began, with success.",
        "The project Manager of the institute wrote.",
        "The project Germany supports began.",
        "Accreditation, a network activity, matters.",
        "Maria Keller, an organisation consultant, wrote.",
        "Its GDP programme began.",
        "Annex 1, a programme of work, was adopted.",
        "Monday, the committee of experts met, and Tuesday, the working group, met.",
    ],
)
def test_other_words_with_a_capital_are_no_names(text: str) -> None:
    assert not {kind for _, kind in mentioned(text)} & {"Programme", "Network", "Organisation"}


def test_a_verb_behind_an_explanation_is_that_of_the_name_explained() -> None:
    read = facts('"WeightBase", a database of PTB, was set up in 2010.')
    assert ("WeightBase", "established", "2010") in read
    assert ("PTB", "established", "2010") not in read
    read = facts("LNE coordinates the EMPIR project TraceFlow, which was launched in 2020.")
    assert {one for one, relation, _ in read if relation == "established"} == {"TraceFlow"}


def test_each_organisation_has_a_technical_committee_of_its_own() -> None:
    text = "The SADCMET Technical Committee met. The GULFMET Technical Committee was set up in 2012."
    read = facts(text)
    assert ("GULFMET Technical Committee", "established", "2012") in read
    assert ("SADCMET Technical Committee", "established", "2012") not in read


def test_who_launched_something_did_not_come_into_being() -> None:
    assert not facts("In Nairobi, a project to support laboratories was launched by UNIDO in 2019.")


def test_two_bodies_joined_by_and_share_their_owner() -> None:
    read = facts("The IEC Standardization Management Board and Conformity Assessment Board met in October.")
    assert ("IEC Conformity Assessment Board", "partOf", "IEC") in read or (
        "Conformity Assessment Board", "partOf", "IEC") in read  # fmt: skip


def test_a_name_and_its_acronym_side_by_side_are_one_party() -> None:
    text = "The Federal Office of Metrology METAS and the Lakes Office of Weights LOW signed an MoU."
    assert {one for one, relation, _ in facts(text) if relation == "signatoryOf"} >= {"METAS"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "OIML published R 76 and D 31 in 2006.",
            {("OIML", "issued", "OIML R 76"), ("OIML", "issued", "OIML D 31")},
        ),
        ("EA published EA-4/02 in 2013.", {("EA", "issued", "EA-4/02")}),
        ("UNECE adopted UN Regulation No. 155 in 2020.", {("UNECE", "issued", "UN Regulation No. 155")}),
        ("The DoMC was signed by METAS.", {("METAS", "signatoryOf", "DoMC")}),
    ],
)
def test_numbers_of_a_series_and_short_names_of_agreements(
    text: str, expected: set[tuple[str, str, str]]
) -> None:
    assert expected <= facts(text)


def test_letters_and_numbers_of_other_things_are_no_instruments() -> None:
    text = "The OIML met in Room D 12; see Annex B 3. Vitamin D 3 was weighed: 5 G 20 mg."
    assert "Instrument" not in {kind for _, kind in mentioned(text)}


def test_the_declaration_is_not_the_arrangement_named_before() -> None:
    read = facts("INTI signed the CIPM MRA in 1999. Others signed the Declaration in 2018.")
    assert not any(relation == "signedOn" and date == "2018" and "MRA" in one for one, relation, date in read)


@pytest.mark.parametrize(
    ("text", "expected", "wrong"),
    [
        ("The Accreditation Board of Ruritania (ABR), an organ of the Ministry of Trade, was established in 1998.",
         ("Accreditation Board of Ruritania", "established", "1998"), ("Ministry of Trade", "established", "1998")),
        ("The EURAMET-led WeighNet network was established in 2019.",
         ("WeighNet", "established", "2019"), ("EURAMET", "established", "2019")),
    ],
)  # fmt: skip
def test_who_came_into_being(text: str, expected: tuple[str, str, str], wrong: tuple[str, str, str]) -> None:
    read = facts(text)
    assert expected in read
    assert wrong not in read


def test_organs_with_a_possessive_belong_to_their_owner() -> None:
    assert ("Presidential Council", "partOf", "OIML") in facts(
        "The OIML's Presidential Council met in Paris in March."
    )
    read = facts("SARSO was founded in 2000. Its Technical Board meets every year.")
    assert ("Technical Board", "partOf", "SARSO") in read

"""What a text names, and of which type it is."""

import pytest

from tests.extraction.reading import facts, mentioned


@pytest.mark.parametrize(
    ("text", "surface", "kind"),
    [
        ("It was the BIPM that wrote.", "BIPM", "Organisation"),
        ("We wrote to the International Electrotechnical Commission.", "International Electrotechnical Commission",
         "Organisation"),
        ("The International Standards Organization wrote.", "International Standards Organization", "Organisation"),
        ("They asked the Bureau international des poids et mesures.", "Bureau international des poids et mesures",
         "Organisation"),
        ("The Lakes Standards Office wrote.", "Lakes Standards Office", "Organisation"),
        ("The Ministry of Trade and Industry wrote.", "Ministry of Trade and Industry", "Organisation"),
        ("The University of Lausitz wrote.", "University of Lausitz", "Organisation"),
        ("The Baltic Calibration Network met.", "Baltic Calibration Network", "Network"),
        ("The Working Party on Scales met.", "Working Party on Scales", "Body"),
        ("The Joint Committee on Traceability met.", "Joint Committee on Traceability", "Body"),
        ("They wrote to ISO/TC 307.", "ISO/TC 307", "Body"),
        ("They wrote to UNECE WP.6.", "UNECE WP.6", "Body"),
        ("The OECD Secretariat wrote.", "OECD Secretariat", "Body"),
        ("The Arusha Agreement holds.", "Arusha Agreement", "Agreement"),
        ("They follow Recommendation D.", "Recommendation D", "Instrument"),
        ("They follow ISO/IEC 17025:2017.", "ISO/IEC 17025:2017", "Instrument"),
        ('They held the workshop "Good Weighing".', 'workshop "Good Weighing"', "Event"),
        ('They held the "Good Weighing" workshop.', '"Good Weighing" workshop', "Event"),
        ("It contributes to SDG 9.", "SDG 9", "Goal"),
        ("It contributes to SDG target 12.5.", "target 12.5", "Goal"),
        ("It supports accreditation.", "accreditation", "Topic"),
        ("It supports legal metrology.", "legal metrology", "Topic"),
        ("Dr Ana Silva wrote.", "Dr Ana Silva", "Person"),
        ("Ana Silva, Director of INMETRO, wrote.", "Ana Silva", "Person"),
    ],
)  # fmt: skip
def test_names_have_types(text: str, surface: str, kind: str) -> None:
    assert (surface, kind) in mentioned(text)


@pytest.mark.parametrize(
    "text",
    [
        "Nobody wrote to anybody.",
        "The Weather Was Fine On Monday.",
        "WHO WE ARE",
        "The PDF and the FAQ are on the CD.",
        "A standard is a document.",
        "See https://iso.example/ISO/members or mail ISO@iso.example.",
    ],
)
def test_what_names_nothing(text: str) -> None:
    actors = [kind for _, kind in mentioned(text) if kind in ("Organisation", "Network", "Body", "Person")]
    assert actors == []


def test_a_document_s_own_short_name_goes_before_the_registry() -> None:
    text = "The Inland Anglers Federation (IAF) met.\n\nThe IAF sang."
    assert mentioned(text)[-1] == ("IAF", "Organisation")
    assert ("Inland Anglers Federation", "Organisation") in mentioned(text)


@pytest.mark.parametrize("text", ["The Lakes Standards Office (LSO) met.\n\nThe LSO sang."])
def test_an_empty_registry_does_not_matter_to_what_the_text_spells_out(text: str) -> None:
    assert mentioned(text, known=False) == mentioned(text)


def test_two_names_joined_by_and_are_two() -> None:
    found = [
        surface
        for surface, _ in mentioned("The Lakes Standards Office and the Coastal Metrology Institute met.")
    ]
    assert found == ["Lakes Standards Office", "Coastal Metrology Institute"]


def test_mentions_do_not_overlap() -> None:
    found = mentioned(
        "The UNECE Working Party on Market Surveillance and Standardization Policies (WP.6) met ISO."
    )
    assert [surface for surface, _ in found][-1] == "ISO"
    assert len({surface for surface, _ in found}) == len(found)


def test_the_partners_of_a_joint_event_are_organisations_though_nothing_explains_them():
    text = "The QMAB met in May. The QMAB-ZULMET training course on mass followed."
    assert ("ZULMET", "organised") in {(s, r) for s, r, _ in facts(text, known=False)}

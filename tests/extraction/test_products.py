"""Systems, nameless publications, who wrote and who put out, what replaced what."""

import pytest

from qigraph.extraction.extract import extract
from qigraph.loading.registry import load_registry
from qigraph.reading.text import Text

RELATIONS = {"issued", "maintains", "contributedTo", "successorOf", "established", "foundedBy"}


def said(text: str) -> set[str]:
    """Facts of these relations: "subject relation object", by short names."""
    found = set()
    for fact in extract(Text("note.md", text, "text/markdown"), load_registry()).facts:
        for row in fact.to_json():
            if row["relation"] in RELATIONS:
                found.add(f"{_short(row['subject'])} {row['relation']} {_short(row['object'])}")
    return found


def _short(end: "str | dict[str, object]") -> str:
    if isinstance(end, str):
        return end
    names = [str(end["label"]), *map(str, end["aliases"])]  # type: ignore[call-overload]
    return min((n for n in names if n.isupper()), key=len, default=names[0])


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Notices go through the WTO system called tWeigh.", {"WTO maintains tWeigh"}),
        ("KEBS hosts ShopNet, a portal for small exporters.", {"KEBS maintains ShopNet"}),
        ("The ZEPRO platform, run by KEBS, lists unsafe toys.", {"KEBS maintains ZEPRO"}),
        ("Much stands in the OIML database.", {"OIML maintains OIML database"}),
        ("The ZEPRO platform was launched in 2014.", {"ZEPRO established 2014"}),
        (
            "In 2011 KEBS launched the ZEPRO platform.",
            {"ZEPRO established 2011", "ZEPRO foundedBy KEBS"},
        ),
        ("KEBS plans to launch the ZEPRO platform.", set()),
        ("The ZEPRO platform is popular.", set()),
        ("KEBS runs Weighing, a tool for trade.", set()),
    ],
)
def test_systems(text: str, facts: set[str]) -> None:
    assert said(text) == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("In 2019 the OIML published a guide on scales in shops.", {"OIML issued guide on scales"}),
        ("According to a survey by ARSO, half of them do.", {"ARSO issued survey"}),
        ("This UNIDO brochure explains it.", {"UNIDO issued UNIDO brochure"}),
        ("The OIML developed guidelines for small shops.", {"OIML issued guidelines for small shops"}),
        ("KEBS adopted a standard.", set()),
        ("KEBS follows a standard for scales.", set()),
        ("ITC will publish a study on scales.", set()),
        ("KEBS asked for a report on scales.", set()),
    ],
)
def test_nameless_publications(text: str, facts: set[str]) -> None:
    assert said(text) == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "The handbook “Fair Scales”, drawn up by KEBS and published by ARSO in 2014, is free.",
            {"KEBS contributedTo Fair Scales", "ARSO issued Fair Scales"},
        ),
        ("The handbook “Fair Scales” was compiled by KEBS.", {"KEBS contributedTo Fair Scales"}),
        ("OIML R 999 supersedes OIML R 998.", {"OIML R 999 successorOf OIML R 998"}),
        ("OIML R 998 was replaced by OIML R 999.", {"OIML R 999 successorOf OIML R 998"}),
        ("ISO 9099:2015 replaced ISO 9099:2008.", {"ISO 9099 successorOf ISO 9099:2008"}),
        ("In 1990 KEBS issued the Fair Scales Act.", {"KEBS issued Fair Scales Act"}),
        ("KEBS replaced OIML R 998.", set()),
    ],
)
def test_writers_publishers_and_successors(text: str, facts: set[str]) -> None:
    assert said(text) == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("KEBS published its Annual Report 2019 in May 2020.", {"KEBS issued Annual Report 2019"}),
        (
            "The Strategic Plan 2021-2025 was adopted by the ARSO General Assembly.",
            {"ARSO General Assembly issued Strategic Plan 2021-2025"},
        ),
        ("The ARSO General Assembly took place in Nairobi.", set()),
        ("KEBS has published a Guide to Fair Scales.", {"KEBS issued Guide to Fair Scales"}),
        ("KEBS keeps a register of travelling scales.", {"KEBS maintains register of travelling scales"}),
        ("KEBS is a platform for the exchange of ideas.", set()),
        ("The Weights for Africa handbook, published by ARSO, is free.", {"ARSO issued Weights for Africa"}),
        (
            "ISO/IEC 17999 was developed by ISO/CASCO with the participation of ILAC.",
            {"CASCO issued ISO/IEC 17999", "ILAC contributedTo ISO/IEC 17999"},
        ),
    ],
)
def test_titles_with_years_organs_and_kinds(text: str, facts: set[str]) -> None:
    assert said(text) == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "On 9 June UNIDO launches a new publication, titled: Weighed and Sold - Using Scales. It is free.",
            {"UNIDO issued Weighed and Sold - Using Scales"},
        ),
        (
            "In 2014 KEBS issued a brochure entitled Fair Weights for Shops.",
            {"KEBS issued Fair Weights for Shops"},
        ),
        (
            "In 2015 EURAMET published EURAMET Calibration Guide No. 98.",
            {"EURAMET issued Calibration Guide No. 98"},
        ),
        (
            "Please cite as: OECD/OIML (2016), The Case of Small Scales, OECD and OIML.",
            {"OECD issued The Case of Small Scales", "OIML issued The Case of Small Scales"},
        ),
    ],
)
def test_titles_that_no_quotes_mark(text: str, facts: set[str]) -> None:
    assert said(text) == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "Experts from PTB contributed chapters to the Handbook of Scales.",
            {"PTB contributedTo Handbook of Scales"},
        ),
        (
            "The OECD thanks UNECE for its contributions to the Handbook of Scales.",
            {"UNECE contributedTo Handbook of Scales"},
        ),
        (
            "KEBS helped with the drafting of the Handbook of Scales.",
            {"KEBS contributedTo Handbook of Scales"},
        ),
        ("KEBS is working on the Handbook of Scales.", {"KEBS contributedTo Handbook of Scales"}),
        ("KEBS took over the LakeNet database.", {"KEBS maintains LakeNet database"}),
        ("KEBS has never contributed to the Handbook of Scales.", set()),
        ("KEBS hopes to contribute to the Handbook of Scales.", set()),
        ("KEBS thanks the reader of the Handbook of Scales.", set()),
    ],
)
def test_ways_to_contribute_and_to_keep(text: str, facts: set[str]) -> None:
    assert said(text) == facts


def test_who_designed_the_practice_of_a_template() -> None:
    text = (
        "| | Answers |\n|---|---|\n| Organisation | KEBS |\n| Name of the practice | Scales on wheels |\n"
        "| Who designed it? | The UNBS, chaired by TBS, with help from the OIML. |\n"
    )
    assert said(text) == {"UNBS contributedTo Scales on wheels", "OIML contributedTo Scales on wheels"}


def test_items_of_a_list_of_publications_are_titles() -> None:
    text = (
        "# ARSO\n\nARSO was founded in 1977. ARSO works in Nairobi.\n\n## Publications\n\n"
        "- Fair Scales in the Market (2012)\n- “Weights of the Continent”, 2014\n- Click here for more\n\n"
        "## Our guests\n\n- Friends of Fair Scales (2012)\n"
    )
    titles = {"ARSO issued Fair Scales in the Market", "ARSO issued Weights of the Continent"}
    assert said(text) == {"ARSO established 1977", *titles}


def test_a_brochure_that_speaks_of_itself() -> None:
    text = (
        "# Scales in Small Shops\n\nThis brochure was published by KEBS, with contributions from the OIML.\n"
    )
    assert said(text) == {"KEBS issued Scales in Small Shops", "OIML contributedTo Scales in Small Shops"}


def test_what_is_kept_may_stand_in_a_list() -> None:
    text = "The BIPM is the home of:\n\n- the International System of Units\n- the KCDB\n"
    assert {fact.split(" ")[1] for fact in said(text)} == {"maintains"}

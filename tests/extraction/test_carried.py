"""What is said of things that the sentences before have named."""

import pytest

from qigraph.extraction import extract
from qigraph.loading.registry import load_registry
from qigraph.reading.text import Text

_REGISTRY = load_registry()


def _read(text: str) -> set[str]:
    rows = [
        row
        for fact in extract(Text("a.md", text, "text/markdown"), _REGISTRY).facts
        for row in fact.to_json()
    ]
    return {f"{_short(row['subject'])} {row['relation']} {_short(row['object'])}" for row in rows}


def _short(end: object) -> str:
    if not isinstance(end, dict):
        return str(end)
    names = [end["label"], *end["aliases"]]
    return str(
        min(
            (n for n in names if n.isupper()),
            key=len,
            default=end["type"] if end["type"] == "Event" else names[0],
        )
    )


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("PTB held an accreditation seminar in Accra in May 2012.", "PTB organised Event"),
        (
            "PTB and INMETRO signed a memorandum of understanding in 2011. It was renewed on 5 May 2016.",
            "signedOn 2016-05-05",
        ),
        (
            "The 45th meeting of ISO/CASCO took place in Geneva. Talks were given by experts from UNIDO and ITC.",
            "ITC participatedIn Event",
        ),
        (
            "A workshop took place in Nairobi in May 2019. Speakers included experts from PTB and SANAS.",
            "SANAS participatedIn Event",
        ),
        (
            "ILAC and IAF set up a joint working group on inspection. Both are members of the INetQI.",
            "ILAC memberOf International Network",
        ),
        (
            "SIM and COOMET are regional organisations. The latter was founded in 1991.",
            "COOMET established 1991",
        ),
    ],
)
def test_carried_over(text: str, stated: str) -> None:
    found = _read(text)
    assert any(stated in fact for fact in found), found


@pytest.mark.parametrize(
    ("text", "unstated"),
    [
        ("ISO and IEC contributed to it. It deals with market surveillance.", "ISO worksOn"),
        ("The workshop, in which ITC and UNIDO took part, was held in Vienna on 3 May 2015.", "organised"),
        ("ILAC and IAF set up a joint working group on image. Both are members of the INetQI.", "partOf"),
        ("PTB works with ILAC and IAF. The former is part of the latter.", "cooperatesWith PTB ILAC"),
    ],
)
def test_not_carried_over(text: str, unstated: str) -> None:
    assert not any(unstated in fact for fact in _read(text))


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        (
            "INetQI, a body of which ISO and IEC are members, met in 2019.",
            "IEC memberOf International Network",
        ),
        (
            "The INetQI is an alliance to which AFRIMETS and ARSO belong.",
            "ARSO memberOf International Network",
        ),
        ("IAF is a world association, whose members include ANAB and UKAS.", "UKAS memberOf IAF"),
        ("The JCGM is chaired by the BIPM, which also provides its secretariat.", "BIPM secretariatOf JCGM"),
        ("The JCGM, in which ILAC takes part, works with WADA.", "JCGM cooperatesWith"),
        (
            "OIML put its signature to a memorandum of understanding with IEC in October 2011.",
            "IEC signatoryOf",
        ),
        ("Representatives of VNIIM and PTB met in St Petersburg on 4 June 2012.", "PTB participatedIn"),
        ("# JSMO\n\nTogether with RSS and GSO we organise the annual Metrology Day.", "JSMO organised"),
        ("NIST had a hand in the drafting of ISO/IEC 17025.", "NIST contributedTo"),
        ("SASO is home to the secretariat of GULFMET.", "SASO secretariatOf GULFMET"),
        ("DIN holds the secretariats of ISO/TC 10 and CEN/TC 52.", "DIN secretariatOf"),
        ("SARSO has concluded cooperation agreements with ASTM and PTB.", "cooperatesWith"),
        ("With the support of PTB, SADCMET organised a workshop in Gaborone in 2009.", "PTB sponsored Event"),
        (
            "# WELMEC\n\nWELMEC was founded in 1990. The OIML has observer status with us.",
            "OIML observerAt WELMEC",
        ),
    ],
)
def test_relative_and_light(text: str, stated: str) -> None:
    found = _read(text)
    assert any(stated in fact for fact in found), found


@pytest.mark.parametrize(
    ("text", "unstated"),
    [
        ("The JCGM, in which ILAC takes part, works with WADA.", "ILAC cooperatesWith"),
        ("ISO is a member of PAQI, which was set up by the African Union in August 2013.", "ISO established"),
        ("ISO is a member of PAQI, which was set up by the African Union in August 2013.", "ISO foundedBy"),
        ("The costs of the workshop, held in Lusaka in 2011, were borne by PTB.", "PTB organised"),
        (
            "The next workshop will be held in Lima. It will be organised by APLMF and funded by PTB.",
            "sponsored",
        ),
        ("PTB is not a body of which KEBS is a member.", "KEBS memberOf"),
        ("ISO and IEC are members of PAQI, which was set up by the African Union.", "AU memberOf"),
        ("The OIML seminar was followed by a reception hosted by PTB.", "PTB organised"),
        (
            "The guide was developed by PTB and UNIDO. It was launched on 5 November 2018.",
            "UNIDO established",
        ),
        ("ARSO and AFSEC met. Talks were held by IEC and ITU. Both are members of PAQI.", "IEC memberOf"),
        ("PTB made a financial contribution to the workshop held in May 2011.", "participatedIn"),
    ],
)
def test_not_of_another_clause(text: str, unstated: str) -> None:
    assert not any(unstated in fact for fact in _read(text))

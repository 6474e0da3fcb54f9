"""Tables and lists: the verb stands in the head of a column, in the lead-in or in the heading."""

import pytest

from tests.extraction.reading import dated, facts


def table(heading: str, head: str, *rows: str) -> str:
    lines = [head, "|".join("---" for _ in head.split("|")), *rows]
    return f"## {heading}\n\n" + "".join(f"| {line} |\n" for line in lines)


MEMBERS = table("Members of INetQI", "Member | Status | Since", "ILAC | full member | 2018", "IAF | observer | 2019",
                "ITU | applied | 2021", "OECD | left in 2020 | 2018", "WTO | - | -")  # fmt: skip


def test_rows_are_members_as_their_status_says() -> None:
    assert dated(MEMBERS) == {
        ("ILAC", "memberOf", "INetQI", "2018", None),
        ("IAF", "observerAt", "INetQI", "2019", None),
        ("OECD", "memberOf", "INetQI", "2018", "2020"),
    }


def test_the_same_table_in_html_states_the_same() -> None:
    rows = [line.strip("| ").split(" | ") for line in MEMBERS.splitlines()[4:]]
    cells = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    page = f"<h2>Members of INetQI</h2><table><tr><th>Member</th><th>Status</th><th>Since</th></tr>{cells}</table>"
    assert dated(page, "text/html") == dated(MEMBERS)


@pytest.mark.parametrize(
    ("head", "row", "wanted"),
    [
        ("Network | Chair | Secretariat", "INetQI | ILAC | BIPM",
         {("ILAC", "chairs", "INetQI"), ("BIPM", "secretariatOf", "INetQI")}),
        ("Organisation | Founded | Founded by", "ILAC | 1977 | ISO",
         {("ILAC", "established", "1977"), ("ILAC", "foundedBy", "ISO")}),
        ("Agreement | Parties | Signed", "Arusha Agreement | ILAC and IAF | 3 May 2012",
         {("ILAC", "signatoryOf", "Arusha Agreement"), ("IAF", "signatoryOf", "Arusha Agreement"),
          ("Arusha Agreement", "signedOn", "2012-05-03"), ("IAF", "cooperatesWith", "ILAC")}),
        ("Event | Place | Date | Host", "Baltic Weighing Workshop | Riga | 4-6 November 2019 | BIPM",
         {("Baltic Weighing Workshop", "heldIn", "Riga"), ("Baltic Weighing Workshop", "heldOn", "2019-11-04"),
          ("BIPM", "organised", "Baltic Weighing Workshop")}),
    ],
)  # fmt: skip
def test_the_head_of_a_column_says_the_relation(
    head: str, row: str, wanted: set[tuple[str, str, str]]
) -> None:
    assert facts(table("Overview", head, row)) == wanted


@pytest.mark.parametrize(
    ("heading", "head", "row"),
    [
        ("Telephone numbers", "Organisation | Telephone", "ILAC | 555 123"),
        ("Acronyms", "Acronym | Name", "ILAC | International Laboratory Accreditation Cooperation"),
        ("Members of INetQI", "Member | Status", "ITU | candidate"),
    ],
)
def test_other_tables_state_nothing(heading: str, head: str, row: str) -> None:
    assert facts(table(heading, head, row)) == set()


@pytest.mark.parametrize(
    "text",
    [
        "The members of INetQI are:\n\n- ILAC\n- IAF\n",
        "## Members of INetQI\n\n- ILAC\n- IAF\n",
        "INetQI has two members:\n\n1. ILAC\n2. IAF\n",
        "Members of INetQI: ILAC, IAF.\n",
        "The members of INetQI are ILAC and IAF.\n",
    ],
)
def test_a_list_says_what_its_lead_in_says(text: str) -> None:
    assert facts(text) >= {("ILAC", "memberOf", "INetQI"), ("IAF", "memberOf", "INetQI")}


def test_an_item_has_its_own_date() -> None:
    text = "The members of INetQI are:\n\n- ILAC (since 2018)\n- IAF, which joined in 2019\n"
    assert dated(text) >= {
        ("ILAC", "memberOf", "INetQI", "2018", None),
        ("IAF", "memberOf", "INetQI", "2019", None),
    }


def test_a_list_of_links_states_nothing() -> None:
    assert facts("See also:\n\n- ILAC\n- IAF\n") == set()

"""Structure: numbered headings, lines without bullets, menus, lists with semicolons, lines of capitals."""

import pytest

from tests.extraction.reading import cut, dated, facts


def test_a_number_and_a_short_line_over_a_paragraph_are_a_heading() -> None:
    source = "1. OPENING\n\nThe host opened it.\n\n2. Who was there\n\nNobody from afar.\n"
    assert cut(source) == [
        ("heading", "OPENING"),
        ("paragraph", "The host opened it."),
        ("heading", "Who was there"),
        ("paragraph", "Nobody from afar."),
    ]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_numbered_lines_below_each_other_are_items(gap: str) -> None:
    source = gap.join(["It has three members:", "1. ILAC", "2. IAF", "3. ISO", "They meet once a year."])
    assert [kind for kind, _ in cut(source)[1:4]] == ["item", "item", "item"]


def test_capitals_in_a_heading_are_no_name() -> None:
    assert facts("1. PUBLICATIONS\n\nNone.\n\nSecretariat: ILAC\n") == set()


def test_each_line_of_an_unwrapped_text_is_a_paragraph() -> None:
    long = "The network " + "works on scales and on the weights that belong to them, and " * 4 + "more."
    assert cut(f"{long}\nA second thought\n{long}") == [
        ("paragraph", long),
        ("heading", "A second thought"),
        ("paragraph", long),
    ]


def test_names_below_a_word_for_a_group_are_items() -> None:
    source = "Full members\n\nILAC\n\nIAF\n\nObservers\n\nISO\n\nIEC\n\nHistory\n\nIt began in 1990.\n"
    assert cut(source) == [
        ("heading", "Full members"),
        ("item", "ILAC"),
        ("item", "IAF"),
        ("heading", "Observers"),
        ("item", "ISO"),
        ("item", "IEC"),
        ("heading", "History"),
        ("paragraph", "It began in 1990."),
    ]


@pytest.mark.parametrize(
    "line",
    ["Home > News > 2019", "Start | About us | Gallery", "Share this page", "Print this article Previous Next",
     "EN | FR | ES", "© 2021 Some Forum. All rights reserved.", "You are here: Home » Members"],
)  # fmt: skip
def test_menus_are_left_out(line: str) -> None:
    assert cut(f"{line}\nMembers\n\nIt has none.\n") == [
        ("heading", "Members"),
        ("paragraph", "It has none."),
    ]


@pytest.mark.parametrize("line", ["ISO | IEC | ITU", "News from the regions", "Membership > 30 bodies"])
def test_what_tells_something_is_no_menu(line: str) -> None:
    assert cut(line)[0][1] == line


def test_names_with_semicolons_below_a_heading_are_items() -> None:
    source = "## Members of INetQI\n\nThe BIPM; ILAC, since 2018; and IAF. They meet twice a year."
    assert cut(source)[1:] == [
        ("item", "The BIPM"),
        ("item", "ILAC, since 2018"),
        ("item", "and IAF."),
        ("paragraph", "They meet twice a year."),
    ]
    assert facts(source) == {(name, "memberOf", "INetQI") for name in ("BIPM", "ILAC", "IAF")}


def test_clauses_with_semicolons_stay_a_paragraph() -> None:
    source = "## Work\n\nThe BIPM is old; ILAC was founded in 1977; and IAF is younger."
    assert [kind for kind, _ in cut(source)] == ["heading", "paragraph"]


def test_labels_in_lines_of_their_own_are_read_apart() -> None:
    source = "# INetQI\n\nChair: ILAC\nSecretariat: BIPM\n"
    assert facts(source) == {("ILAC", "chairs", "INetQI"), ("BIPM", "secretariatOf", "INetQI")}


@pytest.mark.parametrize(
    ("label", "value", "wanted"),
    [
        ("Founded", "3 June 1998", ("INetQI", "established", "1998-06-03")),
        ("Year of establishment", "1998", ("INetQI", "established", "1998")),
        ("Founded by", "ILAC and IAF", ("ILAC", "foundedBy", None)),
        ("Secretariat", "UNIDO", ("UNIDO", "secretariatOf", "INetQI")),
        ("Chair", "Jane Doe (BIPM)", ("Jane Doe", "chairs", "INetQI")),
        ("Members", "ILAC, IAF and ISO", ("IAF", "memberOf", "INetQI")),
        ("Observers", "WTO", ("WTO", "observerAt", "INetQI")),
        ("Works with", "UNECE", ("INetQI", "cooperatesWith", "UNECE")),
        ("Field of work", "Metrology", ("INetQI", "worksOn", "metrology")),
    ],
)
@pytest.mark.parametrize("form", ["table", "line", "terms", "bold"])
def test_a_label_says_the_relation(
    label: str, value: str, wanted: tuple[str, str, str | None], form: str
) -> None:
    title = "INetQI at a glance"
    page = {
        "table": f"<h1>{title}</h1><table><tr><th>{label}</th><td>{value}</td></tr></table>",
        "line": f"# {title}\n\n{label}: {value}\n",
        "terms": f"<h1>{title}</h1><dl><dt>{label}</dt><dd>{value}</dd></dl>",
        "bold": f"# {title}\n\n| | |\n|---|---|\n| **{label}** | {value} |\n",
    }[form]
    found = facts(page, "text/html" if page.startswith("<") else "text/markdown")
    if wanted[2] is None:
        wanted = ("INetQI", "foundedBy", "ILAC")
    either = {wanted, (wanted[2], wanted[1], wanted[0])}
    assert either & found


def test_the_labels_of_a_project_speak_of_the_project() -> None:
    page = (
        "# INetQI news\n\n| | |\n|---|---|\n| Project | Clean Scales Project |\n| Funding | UNIDO |\n"
        "| Implementing agency | PTB |\n| Duration | 2016-2020 |\n"
    )
    assert facts(page) == {
        ("UNIDO", "sponsored", "Clean Scales Project"),
        ("PTB", "organised", "Clean Scales Project"),
        ("Clean Scales Project", "established", "2016"),
    }


def test_who_left_is_no_member_any_more() -> None:
    assert dated("# INetQI\n\nAdmitted: ITU (2019)\nWithdrawn: ITC (2020)\n") == {
        ("ITU", "memberOf", "INetQI", "2019", None),
        ("ITC", "memberOf", "INetQI", None, "2020"),
    }


@pytest.mark.parametrize(
    "line", ["Chair of the session: vacant", "Members: to be named", "Applied: ISO", "See also: ISO"]
)
def test_labels_that_say_nothing(line: str) -> None:
    assert facts(f"# INetQI\n\n{line}\n") == set()


def test_columns_may_be_the_organisations_that_are_compared() -> None:
    page = "# Two\n\n| | ILAC | IAF |\n|---|---|---|\n| Founded | 1977 | 1993 |\n| Secretariat | BIPM | UNIDO |\n"
    assert facts(page) == {
        ("ILAC", "established", "1977"),
        ("IAF", "established", "1993"),
        ("BIPM", "secretariatOf", "ILAC"),
        ("UNIDO", "secretariatOf", "IAF"),
    }


@pytest.mark.parametrize(
    "line",
    [
        "**Riga, 4 Nov. 2019.** Regional workshop on scales. Hosts: ILAC and IAF.",
        "4 November 2019, Riga. Regional workshop on scales, given by ILAC and IAF.",
        "Regional workshop on scales. Riga (Latvia), November 4, 2019. Organisers: ILAC and IAF",
        "Regional workshop on scales, Riga, Latvia, 4 November 2019, hosted by ILAC and IAF.",
        "- Regional workshop on scales (Riga, 4 November 2019), organised by ILAC and IAF",
    ],
)
def test_an_entry_of_a_diary_is_an_event(line: str) -> None:
    event = "Regional workshop on scales"
    found = facts(f"## Diary\n\n{line}\n") - {("IAF", "cooperatesWith", "ILAC")}
    assert found == {
        (event, "heldOn", "2019-11-04"),
        (event, "heldIn", "Riga"),
        ("ILAC", "organised", event),
        ("IAF", "organised", event),
    }


@pytest.mark.parametrize(
    "line",
    [
        "Regional workshop on scales, Riga, 4 November 2019 (cancelled)",
        "Riga, 4 November 2019. The bureau lost its seat.",
        "Deadline for papers: 4 November 2019",
        "Page last updated: Riga, 4 November 2019",
        "Volume and flow, if funds can be found before 4 November 2019",
        "Guide to scales, 4 November 2019",
    ],
)
def test_what_is_no_entry_of_a_diary(line: str) -> None:
    assert facts(f"## News\n\n{line}\n") == set()


def test_a_cell_may_be_a_role_and_nothing_more() -> None:
    page = "## Members of INetQI\n\n"
    page += "| ILAC | Paris | Secretariat |\n|---|---|---|\n"
    page += "| IAF | Bonn | Chair |\n| WTO | Geneva | Observer |\n"
    assert facts(page) == {
        ("ILAC", "secretariatOf", "INetQI"),
        ("IAF", "chairs", "INetQI"),
        ("WTO", "observerAt", "INetQI"),
    }


def test_a_label_in_brackets_speaks_of_the_name_before_it() -> None:
    page = "## Groups of WELMEC\n\n"
    page += "- WG 2 Pumps (convener: NMO)\n- WG 5 Scales (convener: PTB; secretariat to be found)\n"
    assert {("NMO", "chairs", "WG 2"), ("PTB", "chairs", "WG 5")} <= facts(page)


def test_a_table_of_years_dates_what_it_tells() -> None:
    page = "# Milestones\n\n| Year | What happened |\n|---|---|\n| 2019 | ITU joined INetQI as a member |\n"
    assert dated(page) == {("ITU", "memberOf", "INetQI", "2019", None)}


def test_columns_of_running_text_are_read_one_after_the_other() -> None:
    page = (
        "ILAC was founded in 1977 as a           UNIDO provides the secretariat of\n"
        "meeting and has grown since into         INetQI. It looks after the papers\n"
        "the union of its whole trade.            and sends letters to its members.\n"
    )
    assert [text for _, text in cut(page)] == [
        "ILAC was founded in 1977 as a meeting and has grown since into the union of its whole trade.",
        "UNIDO provides the secretariat of INetQI. It looks after the papers and sends letters to its members.",
    ]
    assert {("ILAC", "established", "1977"), ("UNIDO", "secretariatOf", "INetQI")} <= facts(page)


def test_a_table_that_is_set_with_spaces_has_rows() -> None:
    page = "Network       Founded     Secretariat\nINetQI        2018        UNIDO\nILAC          1977        NATA\n"
    assert {("INetQI", "established", "2018"), ("UNIDO", "secretariatOf", "INetQI")} <= facts(page)


@pytest.mark.parametrize("separator", [" · ", ", ", "; "])
def test_names_in_a_row_below_a_word_for_a_group(separator: str) -> None:
    names = separator.join(["BIPM (France)", "ILAC", "IAF"])
    wanted = {(name, "memberOf", "INetQI") for name in ("BIPM", "ILAC", "IAF")}
    assert facts(f"# INetQI\n\n## Our members\n\n{names}\n\n## History\n\nIt is long.\n") == wanted


def test_a_label_may_tell_the_years() -> None:
    assert dated("# INetQI\n\nChair 2019–2021: Jane Doe\nPresident until 2017: John Roe\n") == {
        ("Jane Doe", "chairs", "INetQI", "2019", "2021"),
        ("John Roe", "chairs", "INetQI", None, "2017"),
    }


def test_a_row_that_names_a_group_says_what_the_rows_below_it_are() -> None:
    rows = [
        ("Full members", ""),
        ("France", "BIPM"),
        ("Observers", ""),
        ("Austria", "IAEA"),
        ("Former members", ""),
    ]
    cells = "".join(f"<tr><td>{a}</td><td>{b}</td></tr>" for a, b in [*rows, ("Italy", "ICTP")])
    page = f"<h1>Members of INetQI</h1><table><tr><th>Country</th><th>Body</th></tr>{cells}</table>"
    found = facts(page, "text/html")
    assert {("BIPM", "memberOf", "INetQI"), ("IAEA", "observerAt", "INetQI")} <= found
    assert ("IAEA", "memberOf", "INetQI") not in found


def test_a_table_of_agreements_with_others() -> None:
    page = "# ILAC\n\n| With | Kind | Date |\n|---|---|---|\n| IAF | Memorandum of understanding | 3 June 2015 |\n"
    assert {("ILAC", "cooperatesWith", "IAF"), ("IAF", "cooperatesWith", "ILAC")} & facts(page)
    assert {relation for _, relation, _ in facts(page)} == {"signatoryOf", "signedOn", "cooperatesWith"}


def test_a_table_of_courses_may_give_place_and_date_in_one_cell() -> None:
    page = "## Courses\n\n| What | Where and when | By whom |\n|---|---|---|\n"
    page += "| Assessor course | Accra, 3 May 2021 | ILAC |\n"
    assert facts(page) == {
        ("Assessor course", "heldOn", "2021-05-03"),
        ("Assessor course", "heldIn", "Accra"),
        ("ILAC", "organised", "Assessor course"),
    }


def test_a_page_that_speaks_of_the_project_is_about_it() -> None:
    page = (
        "<h1>Safe Toys for the South</h1><dl><dt>Commissioned by</dt><dd>UNIDO</dd>"
        "<dt>Term</dt><dd>2018 to 2022</dd></dl>"
        "<p>The project makes toys safer. The project ends in 2022.</p>"
    )
    assert {
        ("UNIDO", "sponsored", "Safe Toys for the South"),
        ("Safe Toys for the South", "established", "2018"),
    } <= facts(page, "text/html")


@pytest.mark.parametrize(
    "head",
    [
        "# Report on the Seventh General Assembly of ILAC, Cotonou, Benin, 3–5 April 2019",
        "Report on the Seventh General Assembly of ILAC\nCotonou, Benin, 3–5 April 2019",
        "# Report on the Seventh General Assembly of ILAC\n\nCotonou, 3–5 April 2019",
    ],
)
def test_a_title_says_when_and_where_its_meeting_was(head: str) -> None:
    page = f"{head}\n\n## Who was there\n\nBIPM, IAF and, as a guest, UNIDO.\n"
    said = {(relation, end) for _, relation, end in facts(page) if relation.startswith("held")}
    assert said == {("heldOn", "2019-04-03"), ("heldIn", "Cotonou")}
    assert {who for who, relation, _ in facts(page) if relation == "participatedIn"} == {
        "BIPM",
        "IAF",
        "UNIDO",
    }


def test_a_table_may_cross_members_with_what_they_belong_to() -> None:
    page = (
        "# Who takes part in what\n\n| | ILAC | IAF |\n|---|---|---|\n| UNIDO | full member, 2019 | – |\n"
        "| BIPM | yes | observer |\n| ITU | applied | no |\n"
    )
    assert dated(page) == {
        ("UNIDO", "memberOf", "ILAC", "2019", None),
        ("BIPM", "memberOf", "ILAC", None, None),
        ("BIPM", "observerAt", "IAF", None, None),
    }


def test_a_section_headed_by_a_partner_tells_of_the_two() -> None:
    page = (
        "# Relations of ILAC\n\nILAC reports.\n\n## OIML\n\n- MoU signed 14 March 2011, in force still\n\n"
        "## IEC\n\nStatus: category A liaison since 2004.\n\n## ISO\n\nNo agreement signed so far.\n\n"
        "## IAF\n\nAgreement to be signed if both agree.\n"
    )
    found = {(a, r, b) for a, r, b in facts(page) if r == "cooperatesWith"}
    assert {frozenset((a, b)) for a, _, b in found} == {
        frozenset(("ILAC", "OIML")),
        frozenset(("ILAC", "IEC")),
    }
    assert {who for who, relation, _ in facts(page) if relation == "signatoryOf"} == {"ILAC", "OIML"}


def test_labels_that_are_set_with_spaces_are_no_heads_of_columns() -> None:
    page = "# INetQI\n\nFounded        2018\nSecretariat    UNIDO\nChair          ILAC\n"
    assert facts(page) == {
        ("INetQI", "established", "2018"),
        ("UNIDO", "secretariatOf", "INetQI"),
        ("ILAC", "chairs", "INetQI"),
    }


def test_a_cell_too_long_for_one_block_does_no_harm() -> None:
    assert facts("| ILAC | Chair | yes | observer " * 400) is not None
    assert (
        facts("| | ILAC | IAF |\n|---|---|---|\n| Founded | 1977 | " + "very long " * 2000 + "|\n")
        is not None
    )

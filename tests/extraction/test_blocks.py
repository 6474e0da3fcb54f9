"""Blocks: what is a heading, a paragraph, an item, a cell; what hangs on what; what is left out."""

import pytest

from qigraph.extraction.layout.cutting import blocks
from qigraph.reading.text import Text
from tests.extraction.reading import cut


def test_a_line_that_begins_with_a_day_is_no_numbered_heading() -> None:
    assert ("heading", "February 2023, Paris") not in cut(
        "The Day\n\n1 February 2023, Paris\n\nIt was fine.\n"
    )


def test_markdown_headings_paragraphs_and_items() -> None:
    source = (
        "# Members\n\nThe network has\ntwo members:\n\n- ILAC\n* IAF\n1. ISO\n\nUnder\n=====\n\nEnd of it."
    )
    assert cut(source) == [
        ("heading", "Members"),
        ("paragraph", "The network has two members:"),
        ("item", "ILAC"),
        ("item", "IAF"),
        ("item", "ISO"),
        ("heading", "Under"),
        ("paragraph", "End of it."),
    ]


def test_an_item_knows_its_lead_in_and_its_heading() -> None:
    *_, item = blocks(Text("a.md", "# The network\n\nIts members are:\n\n- ILAC\n- IAF\n", "text/markdown"))
    assert item.lead is not None and item.heading is not None
    assert (item.lead.text, item.heading.text) == ("Its members are:", "The network")


def test_a_wrapped_item_is_one_item() -> None:
    assert cut("- The first item goes on\n  in a second line\n- IAF") == [
        ("item", "The first item goes on in a second line"),
        ("item", "IAF"),
    ]


@pytest.mark.parametrize(
    "table",
    [
        "| Member | Since |\n|---|---|\n| ILAC | 2018 |\n| IAF | 2019 |\n",
        "Member | x\n".replace(
            "Member | x\n", "| Member | Since |\n|:--|--:|\n| ILAC | 2018 |\n\n| IAF | 2019 |\n"
        ),
    ],
)
def test_cells_of_a_markdown_table_know_their_column(table: str) -> None:
    cells = [b for b in blocks(Text("a.md", table, "text/markdown")) if b.kind == "cell"]
    ilac, year = cells[:2]
    assert ilac.row is not None and year.row is not None
    assert (ilac.text, ilac.row.head(ilac.column)) == ("ILAC", "Member")
    assert (year.text, year.row.head(year.column), year.row.label(year.column)) == ("2018", "Since", "ILAC")


def test_cells_of_an_html_table_know_their_column() -> None:
    page = (
        "<table><tr><th>Member</th><th>Since</th></tr>"
        "<tr><td>ILAC</td><td>2018</td></tr><tr><td>IAF<td>2019</table>"
    )
    found = [b for b in blocks(Text("a.html", page, "text/html")) if b.kind == "cell"]
    assert [(b.text, b.row.head(b.column)) for b in found if b.row] == [
        ("ILAC", "Member"),
        ("2018", "Since"),
        ("IAF", "Member"),
        ("2019", "Since"),
    ]


def test_an_unmarked_first_row_of_column_names_heads_an_html_table() -> None:
    page = "<table><tr><td>Name</td><td>Joined</td></tr><tr><td>ILAC</td><td>2018</td></tr></table>"
    *_, year = blocks(Text("a.html", page, "text/html"))
    assert year.row is not None
    assert year.row.head(year.column) == "Joined"


def test_an_html_table_within_markdown_is_read() -> None:
    source = "Before.\n\n<table><tr><th>Member</th></tr><tr><td>ILAC</td></tr></table>\n\nAfter it."
    assert ("cell", "ILAC") in cut(source)
    assert cut(source)[-1] == ("paragraph", "After it.")


def test_tabs_make_columns_and_an_answer_knows_its_question() -> None:
    source = (
        "Question\tAnswer\n1. Name of the practice\tThe twinning scheme\nthat helps\n2. Partners\tILAC, IAF\n"
    )
    found = blocks(Text("a.txt", source, "text/plain"))
    answer = next(b for b in found if b.text.startswith("The twinning"))
    assert answer.row is not None
    assert answer.text == "The twinning scheme that helps"
    assert answer.row.label(answer.column) == "1. Name of the practice"


def test_menus_scripts_and_forms_are_left_out() -> None:
    page = (
        "<html><head><title>T</title><style>p {}</style></head><body><nav>Home</nav>"
        "<div class='main-menu'>About</div><script>var a = '<p>x</p>';</script><form>Search</form>"
        "<p>ILAC met.</p><footer>Imprint</footer></body></html>"
    )
    assert cut(page, "text/html") == [("paragraph", "ILAC met.")]


@pytest.mark.parametrize(
    "page", ["<p>ILAC met<p>IAF met", "<div>ILAC met<br>IAF met", "<p>ILAC met</div><p>IAF met"]
)
def test_broken_html_is_still_cut(page: str) -> None:
    assert [text for _, text in cut(page, "text/html")] == ["ILAC met", "IAF met"]


def test_running_heads_and_page_numbers_are_left_out() -> None:
    body = "The network was founded by many. It grew {}.\n\nReport on Liaison\n{}\n\n"
    texts = [
        text
        for _, text in cut("".join(body.format(word, n) for n, word in enumerate("abc", 7)), "text/plain")
    ]
    assert texts == [f"The network was founded by many. It grew {word}." for word in "abc"]


def test_a_paragraph_that_a_page_break_cut_is_one() -> None:
    line = "The network was founded in the year 2018 by several organisations of which the"
    source = f"{line}\n\n12\n\nlargest is ISO, as everybody knows.\n"
    assert cut(source, "text/plain") == [("paragraph", f"{line} largest is ISO, as everybody knows.")]


def test_a_word_that_a_line_end_cut_is_one() -> None:
    assert cut("The net-\nwork met in the\nspring.", "text/plain") == [
        ("paragraph", "The network met in the spring.")
    ]


def test_short_lines_one_below_the_other_are_a_list() -> None:
    prose = "This paragraph runs on for long enough to tell how wide the lines of this document are,\n" * 3
    source = f"{prose}and ends.\n\nMembers of the network:\nInternational Electrotechnical Commission\nCodex\nOIML\n"
    assert cut(source, "text/plain")[1:] == [
        ("paragraph", "Members of the network:"),
        ("item", "International Electrotechnical Commission"),
        ("item", "Codex"),
        ("item", "OIML"),
    ]


def test_a_footnote_is_no_paragraph() -> None:
    assert ("footnote", "See the annual report.") in cut("It met in Geneva.\n\n[1] See the annual report.\n")


def test_italics_become_quotes_so_that_titles_are_seen() -> None:
    assert cut("They held *Good Weighing at Sea* in May.") == [
        ("paragraph", 'They held "Good Weighing at Sea" in May.')
    ]


def test_every_block_leads_back_to_its_source() -> None:
    source = (
        "# The **network**\n\n- [ILAC](https://x.example/) &amp; IAF\n\n| A | B |\n|---|---|\n| c d | e |\n"
    )
    for block in blocks(Text("a.md", source, "text/markdown")):
        start, stop = block.span.source(0, len(block.text))
        assert source[start] == block.text[0] or source[start] in "*["
        assert source[stop - 1] == block.text[-1]

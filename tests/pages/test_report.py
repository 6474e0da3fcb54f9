"""The report: one model, the same in every format, and nothing hostile in any."""

import json
import re
from html.parser import HTMLParser

import pytest

from qigraph.analysis.gaps import gaps
from qigraph.analysis.overlap import overlaps
from qigraph.errors import InputError
from qigraph.facts import Entity
from qigraph.graph.conflicts import conflicts
from qigraph.pages.report import FORMATS, report, report_model
from qigraph.pages.report.model import Listing, Paragraph, Quote, Section, Table
from qigraph.pages.sources import Source
from tests.pages.facts import BIPM, FACTS, METROLOGY, OIML, fact
from tests.pages.test_hostile_text import HOSTILE

SHARED = [
    *FACTS,
    fact(OIML, "worksOn", METROLOGY, "Legal metrology is its work.", document="report.txt"),
    fact(BIPM, "worksOn", METROLOGY, "The BIPM works on metrology.", page=7),
    fact(BIPM, "established", "1876", "The office opened in 1876.", document="report.txt"),
]


def parts(facts):
    sources = [Source("minutes.txt", "Minutes", "2021")]
    return facts, sources, overlaps(facts), gaps(facts), conflicts(facts)


def blocks(made):
    """Every block of a report, from top to bottom."""
    waiting = list(made.sections)
    while waiting:
        block = waiting.pop(0)
        yield block
        if isinstance(block, Section):
            waiting[:0] = block.blocks


def texts(made):
    """Every text of a report."""
    for block in blocks(made):
        if isinstance(block, Section):
            yield block.heading
        elif isinstance(block, Paragraph):
            yield block.text
        elif isinstance(block, Listing):
            yield from block.items
        elif isinstance(block, Table):
            for row in block.rows:
                yield from (
                    cell.text if isinstance(cell, Quote) else str(cell) for cell in row if cell is not None
                )


class Words(HTMLParser):
    def __init__(self):
        super().__init__()
        self.words, self.tags = [], set()

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)

    def handle_data(self, data):
        self.words.append(data)


def test_sections_stand_in_the_order_of_their_use():
    made = report_model(*parts(SHARED), "Report")
    assert [section.heading for section in made.sections] == [
        "In brief",
        "Overlaps",
        "Gaps",
        "Coverage of topics and goals",
        "What the documents disagree on",
        "Organisations, networks and bodies",
        "What the graph holds",
        "Method and limits",
    ]


def test_an_overlap_is_told_with_both_sentences_and_its_doubts():
    made = report_model(*parts(SHARED), "Report")
    (pair,) = (b for b in blocks(made) if isinstance(b, Section) and b.heading.startswith("1. "))
    assert pair.heading == f"1. {BIPM.label} and {OIML.label}"
    quotes = {
        cell.text
        for b in pair.blocks
        if isinstance(b, Table)
        for row in b.rows
        for cell in row
        if isinstance(cell, Quote)
    }
    assert {"The BIPM works on metrology.", "Legal metrology is its work."} <= quotes
    assert any("chance" in item for b in pair.blocks if isinstance(b, Listing) for item in b.items)


def test_disagreements_are_told_with_both_sentences():
    made = report_model(*parts(SHARED), "Report")
    section = next(s for s in made.sections if s.heading == "What the documents disagree on")
    dates = [row[1] for row in section.blocks[1].rows]
    assert dates == ["1875", "1876"]
    assert "On 1 matter the documents name dates that cannot both be right." in list(texts(made))


def test_quotes_refer_to_numbered_sources():
    made = report_model(*parts(SHARED), "Report")
    assert made.sources == ("Minutes (2021)", "report.txt")
    quotes = [
        cell
        for b in blocks(made)
        if isinstance(b, Table)
        for row in b.rows
        for cell in row
        if isinstance(cell, Quote)
    ]
    assert Quote("The BIPM works on metrology.", 1, "page 7, characters 10 to 38") in quotes
    assert {quote.source for quote in quotes} == {1, 2}


def test_every_gap_is_told_with_its_family():
    made = report_model(*parts(SHARED), "Report")
    section = next(s for s in made.sections if s.heading == "Gaps")
    assert [s.heading for s in section.blocks if isinstance(s, Section)] == [
        "Topics with one organisation or none",
        "Goals with one organisation or none",
    ]


@pytest.mark.parametrize("facts", [[], SHARED], ids=["empty", "filled"])
def test_every_format_tells_the_same(facts):
    made = report_model(*parts(facts), "Report")
    told = [" ".join(text.split()) for text in texts(made)]
    words = Words()
    words.feed(report(*parts(facts), "html", "Report").decode())
    page = " ".join(" ".join(words.words).split())
    markdown = re.sub(r"\\(.)", r"\1", report(*parts(facts), "md", "Report").decode())
    markdown = markdown.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    data = json.loads(report(*parts(facts), "json", "Report"))
    assert data == json.loads(json.dumps(made.to_json()))
    for text in told:
        assert text in page
        assert text in markdown


@pytest.mark.parametrize("format", FORMATS)
def test_the_report_is_the_same_byte_for_byte(format):
    assert report(*parts(SHARED), format) == report(*parts(SHARED[::-1]), format)


def test_an_unknown_format_is_refused_by_name():
    with pytest.raises(InputError, match="'docx': give one of html, md, json"):
        report(*parts([]), "docx")


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("format", FORMATS)
def test_hostile_text_stays_text(text, format):
    thing = Entity("x", text, "Organisation", (text,))
    other = Entity("y", text + "y", "Organisation")
    facts = [fact(who, "worksOn", METROLOGY, f"Quote {text}", document=text) for who in (thing, other)]
    made = report(
        facts, [Source(text, text, text, text)], overlaps(facts), gaps(facts), conflicts(facts), format, text
    )
    content = made.decode()
    if format == "html":
        words = Words()
        words.feed(content)
        assert not words.tags & {"script", "img", "iframe", "object"}
        assert 'href="javascript' not in content
    elif format == "md":
        assert not re.search(r"<(?!https?://)", content)
        assert "](" not in content
    else:
        assert json.loads(content)["title"] == text.encode("utf-8", "replace").decode()


@pytest.mark.browser
def test_the_html_report_opens_without_script_or_request(open_page):
    page = open_page(report(*parts(SHARED), "html", "Report").decode(), ready=False)
    assert page.text("h1") == "Report"
    page.get_by_role("link", name="Gaps").click()
    assert page.evaluate("document.scripts.length") == 0
    assert page.evaluate("getComputedStyle(document.querySelector('table')).borderCollapse") == "collapse"
    page.set_viewport_size({"width": 400, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") <= 400

"""PDFs: reading order, paragraphs, tables, pages, and what is refused. The PDFs are made here."""

import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.lib import pdfencrypt
from reportlab.pdfgen.canvas import Canvas

from qigraph.errors import InputError
from qigraph.extraction import extract
from qigraph.graph import build
from qigraph.loading.registry import load_registry
from qigraph.reading import Text, apart, collect, read
from qigraph.reading.pdf import characters

Draw = Callable[[Canvas], None]


def pdf(path: Path, *pages: Draw, **options: object) -> Path:
    canvas = Canvas(str(path), pagesize=(600, 800), invariant=1, **options)
    for page in pages:
        page(canvas)
        canvas.showPage()
    canvas.save()
    return path


def lines(
    canvas: Canvas, left: float, top: float, *texts: str, size: float = 10, font: str = "Helvetica"
) -> None:
    canvas.setFont(font, size)
    for number, text in enumerate(texts):
        canvas.drawString(left, top - 1.2 * size * number, text)


def text_of(path: Path, *pages: Draw) -> str:
    return read(pdf(path / "a.pdf", *pages)).characters


def refusal(path: Path) -> str:
    with pytest.raises(InputError) as refused:
        read(path)
    message = str(refused.value)
    assert message.startswith(f"{path}: ")
    assert "\n" not in message
    return message.removeprefix(f"{path}: ")


LEFT = [
    "The network was founded by four",
    "organisations that had met before",
    "in Geneva, and it promotes harmoni-",
    "sation of the work that they do in",
    "their own fields and regions today.",
]
RIGHT = [
    "Its members meet once in a year, at",
    "the seat of one of them, to compare",
    "what they plan and to agree on what",
    "they will do together in the months",
    "until the next meeting takes place.",
]


@pytest.mark.parametrize("offset", [0, 5])
def test_columns_are_read_one_after_the_other(tmp_path: Path, offset: float) -> None:
    def page(canvas: Canvas) -> None:
        for left, right in zip(LEFT, RIGHT, strict=True):  # the order of the file is that of the rows
            at = 700 - 12 * LEFT.index(left)
            lines(canvas, 60, at, left)
            lines(canvas, 310, at - offset, right)

    assert text_of(tmp_path, page) == "\n".join(LEFT) + "\n\n" + "\n".join(RIGHT) + "\n\n\f"


def test_a_heading_across_columns_comes_before_both(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, 310, 500, *RIGHT)
        lines(canvas, 60, 500, *LEFT)
        lines(canvas, 60, 640, *RIGHT)
        lines(canvas, 310, 640, *LEFT)
        lines(canvas, 60, 680, "How the organisations of the network work together", size=18)
        lines(canvas, 60, 540, "What the network did in the year that has just ended", size=18)

    found = [block.split("\n")[0] for block in text_of(tmp_path, page).split("\n\n")]
    assert found == [
        "How the organisations of the network work together",
        RIGHT[0],
        LEFT[0],
        "What the network did in the year that has just ended",
        LEFT[0],
        RIGHT[0],
        "\f",
    ]


def test_a_short_heading_over_columns_comes_before_both(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        for top in (640, 500):
            lines(canvas, 60, top, *LEFT)
            lines(canvas, 310, top, *RIGHT)
        lines(canvas, 60, 540, "Year", size=18)

    found = [block.split("\n")[0] for block in text_of(tmp_path, page).split("\n\n")]
    assert found == [LEFT[0], RIGHT[0], "Year", LEFT[0], RIGHT[0], "\f"]


def test_three_columns(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        for number, texts in enumerate((LEFT, RIGHT, LEFT)):
            lines(canvas, 40 + 180 * number, 640, *texts)

    assert text_of(tmp_path, page).split("\n\n")[:3] == ["\n".join(LEFT), "\n".join(RIGHT), "\n".join(LEFT)]


def test_footnotes_of_a_column_stand_at_the_end_of_the_page(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, 60, 640, *LEFT)
        lines(canvas, 60, 570, "1 Document A/12 of 2018.", size=7)
        lines(canvas, 310, 640, *RIGHT)

    assert text_of(tmp_path, page).split("\n\n") == [
        "\n".join(LEFT),
        "\n".join(RIGHT),
        "1 Document A/12 of 2018.",
        "\f",
    ]


def test_the_call_of_a_footnote_is_no_part_of_the_word_before_it(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        text = canvas.beginText(60, 700)
        for size, rise, part in (
            (10, 0, "The BIPM"),
            (6, 4, "12"),
            (10, 0, " keeps 5 km"),
            (6, 4, "2"),
            (10, 0, " and 10"),
            (6, 4, "3"),
            (10, 0, " pages."),
        ):
            text.setFont("Helvetica", size)
            text.setRise(rise)
            text.textOut(part)
        canvas.drawText(text)
        text = canvas.beginText(60, 100)
        text.setFont("Helvetica", 5)
        text.setRise(3)
        text.textOut("12")
        text.setFont("Helvetica", 8)
        text.setRise(0)
        text.textOut("See there.")
        canvas.drawText(text)

    assert text_of(tmp_path, page) == "The BIPM keeps 5 km² and 10³ pages.\n\n12 See there.\n\n\f"


def test_paragraphs_begin_after_a_gap_a_change_of_type_and_an_indent(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, 60, 700, "Members", font="Helvetica-Bold")
        lines(canvas, 60, 688, "The network has members from all over the", "world and it meets once a year.")
        lines(canvas, 60, 654, "It has a chair who is chosen for a term of", "two years.")
        lines(canvas, 75, 630, "The next line of this paragraph is not")
        lines(canvas, 60, 618, "indented, but its first was.")

    assert text_of(tmp_path, page).split("\n\n") == [
        "Members",
        "The network has members from all over the\nworld and it meets once a year.",
        "It has a chair who is chosen for a term of\ntwo years.",
        "The next line of this paragraph is not\nindented, but its first was.",
        "\f",
    ]


def test_bullets_stay_with_their_items(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        for number, name in enumerate(("ILAC", "IAF", "OIML")):
            lines(canvas, 60, 700 - 12 * number, "\u2022")
            lines(canvas, 90, 700 - 12 * number, name)

    assert text_of(tmp_path, page) == "• ILAC\n• IAF\n• OIML\n\n\f"


def test_a_table_is_lines_with_tabs(tmp_path: Path) -> None:
    rows = [
        [["Member"], ["Since"], ["Role"]],
        [["International Laboratory", "Accreditation Cooperation"], ["2018"], ["Chair"]],
        [["IAF"], ["2019"], [""]],
        [["OIML"], ["2018"], ["Member, and host of", "the next meeting"]],
    ]

    def page(canvas: Canvas) -> None:
        lines(
            canvas,
            60,
            760,
            "The network has the members that this table shows, from its beginning to this day.",
        )
        for number, row in enumerate(rows):
            for left, cell in zip((60, 260, 360), row, strict=True):
                lines(canvas, left, 700 - 34 * number, *cell)

    assert text_of(tmp_path, page).split("\n\n")[1].split("\n") == [
        "Member\tSince\tRole",
        "International Laboratory Accreditation Cooperation\t2018\tChair",
        "IAF\t2019\t",
        "OIML\t2018\tMember, and host of the next meeting",
    ]


def test_wide_spaces_of_justified_lines_are_no_table(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        for at, words in ((700, ("that care", "for", "quality")), (688, ("infrastru", "and", "develop"))):
            for left, word in zip((60, 118, 150), words, strict=True):
                canvas.setFont("Courier", 10)
                canvas.drawString(left, at, word)

    assert text_of(tmp_path, page) == "that care for quality\ninfrastru and develop\n\n\f"


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_turned_page_is_read_as_it_is_shown(tmp_path: Path, turn: int) -> None:
    def page(canvas: Canvas) -> None:
        canvas.setPageRotation(turn)
        canvas.translate(300, 400)
        canvas.rotate(turn)
        lines(canvas, -100, 20, "ILAC chairs", "INetQI.")

    assert text_of(tmp_path, page) == "ILAC chairs\nINetQI.\n\n\f"


def test_text_written_upwards_or_askew_does_not_get_into_the_lines(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, 60, 700, *LEFT)
        for angle, mark in ((90, "Volume"), (45, "Draft")):
            canvas.saveState()
            canvas.translate(150, 680)
            canvas.rotate(angle)
            canvas.drawString(-20, 0, mark)
            canvas.restoreState()

    assert text_of(tmp_path, page).split("\n\n") == ["\n".join(LEFT), "Volume", "Draft", "\f"]


def member(name: str, year: int) -> Draw:
    def page(canvas: Canvas) -> None:
        lines(canvas, 60, 770, "Report of the network", size=8)
        lines(
            canvas,
            60,
            700,
            f"The {name} and ILAC signed a Memorandum of Under-",
            f"standing on 3 May {year}.",
        )
        lines(canvas, 290, 30, str(canvas.getPageNumber()), size=8)

    return page


def test_facts_of_a_pdf_carry_the_page_and_the_slice(tmp_path: Path) -> None:
    path = pdf(
        tmp_path / "a.pdf",
        member("BIPM", 2012),
        member("IAF", 2014),
        lambda canvas: None,
        member("OIML", 2016),
    )
    text = read(path)
    assert [text.page(offset) for offset in (0, *text.pages[1:])] == [1, 2, 3, 4]
    found = {
        (fact.object_label, evidence.page)
        for fact in extract(text, load_registry()).facts
        if fact.relation == "signedOn"
        for evidence in fact.evidence
        if text.characters[evidence.start : evidence.stop] == evidence.quote
    }
    assert found == {("2012-05-03", 1), ("2014-05-03", 2), ("2016-05-03", 4)}


def test_a_folder_with_a_pdf_is_built_and_built_again_unchanged(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    path = pdf(tmp_path / "in" / "a.pdf", member("BIPM", 2012))
    assert collect([tmp_path / "in"]) == [path]
    report = build([tmp_path / "in"], tmp_path / "my.qi")
    assert report.facts > 0
    assert report.read == ("a.pdf",)
    assert not build([tmp_path / "in"], tmp_path / "my.qi").changed


def test_pages_are_those_of_plain_text_only() -> None:
    assert Text("a.txt", "BIPM").page(2) is None
    assert Text("a.txt", "one\ftwo").pages == (0, 4)
    assert Text("a.html", "one\ftwo", "text/html").page(6) is None


def raw_pdf(
    content: bytes,
    *,
    pages: int = 1,
    filters: bytes = b"/FlateDecode",
    font: bytes = b"",
    last: bytes = b"null",
) -> bytes:
    """A PDF of which one content stream is all the pages."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b"3 0 R " * pages, pages),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d /Filter %s >>\nstream\n%s\nendstream" % (len(content), filters, content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica %s >>" % font,
        last,
    ]
    data, offsets = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return data + (
        b"xref\n0 7\n0000000000 65535 f \n%strailer << /Size 7 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF"
        % (table, len(data))
    )


SHOWS = zlib.compress(b"BT /F1 12 Tf 50 700 Td (ILAC) Tj ET")


def test_too_many_pages_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(raw_pdf(SHOWS, pages=2_001))
    assert refusal(tmp_path / "a.pdf") == "has 2,001 pages, a document may have 2,000: split it"


def test_an_encrypted_pdf_is_refused_but_one_that_opens_without_a_password_is_read(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, 60, 700, "ILAC")

    locked = pdf(tmp_path / "a.pdf", page, encrypt=pdfencrypt.StandardEncryption("secret", "owner"))
    assert refusal(locked) == "is encrypted: save it without a password"
    opens = pdf(tmp_path / "b.pdf", page, encrypt=pdfencrypt.StandardEncryption("", "owner"))
    assert read(opens).characters == "ILAC\n\n\f"


def test_a_pdf_without_text_is_refused(tmp_path: Path) -> None:
    path = pdf(tmp_path / "a.pdf", lambda canvas: canvas.rect(10, 10, 100, 100))
    assert refusal(path) == "has no text, only images: run text recognition (OCR) on it first"


def test_a_pdf_whose_fonts_name_no_letters_is_refused(tmp_path: Path) -> None:
    private = b"1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfrange <00> <ff> <e100> endbfrange"
    data = raw_pdf(
        SHOWS,
        font=b"/ToUnicode 6 0 R",
        last=b"<< /Length %d >>\nstream\n%s\nendstream" % (len(private), private),
    )
    (tmp_path / "a.pdf").write_bytes(data)
    assert refusal(tmp_path / "a.pdf").startswith(
        "does not tell which letters its fonts show: run text recognition"
    )


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"hello", "is not a PDF, whatever its name says"),
        (b"PK\x03\x04", "is not a PDF, whatever its name says"),
        (b"%PDF-1.7\n", "is damaged or cut off: it cannot be opened as a PDF; save it anew"),
        (b"", "the document is empty"),
    ],
)
def test_what_is_no_whole_pdf_is_refused(tmp_path: Path, data: bytes, reason: str) -> None:
    (tmp_path / "a.pdf").write_bytes(data)
    assert refusal(tmp_path / "a.pdf") == reason


def test_a_stream_that_expands_without_end_is_refused(tmp_path: Path) -> None:
    bomb = zlib.compress(zlib.compress(b"BT /F1 12 Tf " + b"(ILAC) Tj " * 30_000_000, 9), 9)
    (tmp_path / "a.pdf").write_bytes(raw_pdf(bomb, filters=b"[/FlateDecode /FlateDecode]"))
    message = refusal(tmp_path / "a.pdf")
    assert "GB" in message
    assert "split it" in message


def test_a_pdf_that_takes_too_long_is_refused(tmp_path: Path) -> None:
    content = zlib.compress(b"BT /F1 12 Tf 50 700 Td " + b"0 -1 Td (ILAC chairs INetQI) Tj " * 20_000)
    with pytest.raises(InputError, match=r"^a\.pdf: takes longer to read than [13] s: split it"):
        apart.read_apart("pdf", raw_pdf(content, pages=50), "a.pdf", seconds=1)


def test_a_reader_that_breaks_off_or_is_missing_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"^a\.pdf: cannot be read: [^\n]+$"):
        apart.read_apart("no_such_reader", b"", "a.pdf")


def test_reading_twice_gives_the_same(tmp_path: Path) -> None:
    path = pdf(tmp_path / "a.pdf", member("BIPM", 2012), member("IAF", 2014))
    assert read(path) == read(path)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return pdf(
        tmp_path_factory.mktemp("pdf") / "a.pdf", member("BIPM", 2012), member("IAF", 2014)
    ).read_bytes()


def text_or_refusal(data: bytes) -> None:
    """In this process, as the limits are tested above and a child for each example is slow."""
    try:
        assert characters(data)
    except InputError as error:
        assert "\n" not in str(error)


@settings(deadline=None, max_examples=60)
@given(stop=st.floats(0, 1))
def test_a_pdf_cut_off_anywhere_is_read_or_refused(whole: bytes, stop: float) -> None:
    text_or_refusal(whole[: int(stop * len(whole))])


@settings(deadline=None, max_examples=60)
@given(data=st.binary(max_size=300), at=st.floats(0, 1))
def test_a_pdf_with_other_bytes_anywhere_is_read_or_refused(whole: bytes, data: bytes, at: float) -> None:
    start = int(at * len(whole))
    text_or_refusal(whole[:start] + data + whole[start + len(data) :])


@settings(deadline=None, max_examples=60)
@given(data=st.binary(max_size=500))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    text_or_refusal(b"%PDF-1.4\n" + data)

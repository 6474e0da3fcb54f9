"""Word documents: read as Markdown, with what is refused. The documents are made here."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given, settings
from hypothesis import strategies as st

from qigraph.errors import InputError
from qigraph.extraction import extract
from qigraph.loading.registry import load_registry
from qigraph.reading import collect, read
from qigraph.reading.docx import characters

W = nsdecls("w")


def packed(document: Document) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def text_of(document: Document) -> str:
    return characters(packed(document)).text


def with_body(xml: str) -> Document:
    """A document whose body begins with this XML."""
    document = docx.Document()
    for number, element in enumerate(parse_xml(f"<w:body {W}>{xml}</w:body>")):
        document.element.body.insert(number, element)
    return document


def repacked(data: bytes, change: Callable[[str, bytes], bytes], **more: bytes) -> bytes:
    """The package with the parts changed, and others added."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
        for name, body in more.items():
            new.writestr(name, body)
    return buffer.getvalue()


def refusal(tmp_path: Path, data: bytes) -> str:
    path = tmp_path / "a.docx"
    path.write_bytes(data)
    with pytest.raises(InputError) as refused:
        read(path)
    message = str(refused.value)
    assert message.startswith(f"{path}: ")
    assert "\n" not in message
    return message.removeprefix(f"{path}: ")


@pytest.fixture(scope="module")
def note() -> Document:
    document = docx.Document()
    document.add_heading("The network", 0)
    document.add_heading("Members", 2)
    document.add_paragraph("The network has two members:")
    document.add_paragraph("ILAC", style="List Bullet")
    document.add_paragraph("IAF", style="List Number")
    document.add_paragraph("The BIPM and ILAC signed a Memorandum of Understanding on 3 May 2012.")
    return document


def test_headings_lists_and_paragraphs(note: Document) -> None:
    assert text_of(note) == (
        "# The network\n\n## Members\n\nThe network has two members:\n\n- ILAC\n- IAF\n\n"
        "The BIPM and ILAC signed a Memorandum of Understanding on 3 May 2012.\n"
    )


def test_facts_of_a_word_document_are_slices_of_its_markdown(note: Document, tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(packed(note))
    assert collect([tmp_path]) == [tmp_path / "a.docx"]
    text = read(tmp_path / "a.docx")
    assert text.media_type == "text/markdown"
    facts = extract(text, load_registry()).facts
    evidence = [item for fact in facts for item in fact.evidence]
    assert {fact.relation for fact in facts} >= {"signedOn", "signatoryOf"}
    assert all(text.characters[item.start : item.stop] == item.quote for item in evidence)
    assert {item.page for item in evidence} == {None}


def test_a_heading_is_told_by_its_outline_level_and_by_the_style_it_is_based_on() -> None:
    document = docx.Document()
    style = document.styles.add_style("Chapter", 1)
    style.base_style = document.styles["Heading 3"]
    document.add_paragraph("Based on a heading", style="Chapter")
    document.add_paragraph("With a level").paragraph_format.element.get_or_add_pPr().append(
        parse_xml(f'<w:outlineLvl {W} w:val="1"/>')
    )
    assert text_of(document) == "### Based on a heading\n\n## With a level\n"


def test_items_keep_their_depth() -> None:
    item = (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="{}"/><w:numId w:val="1"/></w:numPr></w:pPr>'
        "<w:r><w:t>{}</w:t></w:r></w:p>"
    )
    assert text_of(with_body(item.format(0, "Members") + item.format(1, "ILAC"))) == "- Members\n  - ILAC\n"


def table(*rows: list[str]) -> Document:
    document = docx.Document()
    made = document.add_table(len(rows), len(rows[0]))
    for row, cells in zip(made.rows, rows, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    return document


def test_a_table_has_a_header_row() -> None:
    assert text_of(table(["Member", "Since"], ["ILAC", "2018"], ["I|AF", ""])) == (
        "| Member | Since |\n| --- | --- |\n| ILAC | 2018 |\n| I&#124;AF |  |\n"
    )


def test_a_table_of_labels_and_values_has_none() -> None:
    assert text_of(table(["Name:", "ILAC"], ["Seat:", "Sydney"])) == "| Name: | ILAC |\n| Seat: | Sydney |\n"


def test_merged_cells_are_told_once_in_their_place() -> None:
    document = table(
        ["Network", "Member", "Since"], ["INetQI", "ILAC", "2018"], ["", "IAF", "2019"], ["All", "", ""]
    )
    made = document.tables[0]
    made.cell(1, 0).merge(made.cell(2, 0))
    made.cell(3, 0).merge(made.cell(3, 2))
    assert text_of(document).split("\n")[2:5] == [
        "| INetQI | ILAC | 2018 |",
        "|  | IAF | 2019 |",
        "| All |  |  |",
    ]


def test_a_cell_with_a_list_and_a_table_in_it_stays_one_line() -> None:
    document = table(["Topic", "Members"], ["Metrology", "In two regions:"])
    cell = document.tables[0].cell(1, 1)
    cell.add_paragraph("BIPM", style="List Bullet")
    cell.add_paragraph("OIML", style="List Bullet")
    inner = document.tables[0].cell(1, 0).add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "mass", "length"
    line = text_of(document).split("\n")[2]
    assert (
        line
        == "| Metrology<br>mass | length | In two regions:<br><ul><li>BIPM</li><li>OIML</li></ul> |".replace(
            "mass | length", "mass &#124; length"
        )
    )


def test_a_table_of_one_column_is_a_frame_around_text() -> None:
    assert text_of(table(["ILAC chairs INetQI."])) == "ILAC chairs INetQI.\n"


def test_text_in_content_controls_links_boxes_and_insertions_is_read_once() -> None:
    document = with_body(
        "<w:sdt><w:sdtContent><w:p><w:r><w:t>In a control</w:t></w:r></w:p></w:sdtContent></w:sdt>"
        "<w:p><w:hyperlink><w:r><w:t>ILAC</w:t></w:r></w:hyperlink><w:ins><w:r><w:t> and IAF</w:t></w:r></w:ins></w:p>"
        "<w:p><w:r><w:t>Beside a box</w:t></w:r><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>In a box</w:t></w:r></w:p>"
        "</w:txbxContent></w:pict></w:r></w:p>"
    )
    assert text_of(document) == "In a control\n\nILAC and IAF\n\nBeside a box\n\nIn a box\n"


def test_boxes_in_boxes_are_read_once_each() -> None:
    xml = "<w:p><w:r><w:t>box 0</w:t></w:r></w:p>"
    for depth in range(1, 25):
        xml = f"<w:p><w:r><w:t>box {depth}</w:t></w:r><w:r><w:txbxContent>{xml}</w:txbxContent></w:r></w:p>"
    assert text_of(with_body(xml)).split("\n\n") == [*(f"box {n}" for n in range(24, 0, -1)), "box 0\n"]


def test_deleted_moved_and_hidden_text_and_field_codes_are_left_out() -> None:
    document = with_body(
        "<w:p><w:r><w:t>Kept</w:t></w:r>"
        "<w:del><w:r><w:delText> deleted</w:delText></w:r></w:del>"
        "<w:moveFrom><w:r><w:t> moved</w:t></w:r></w:moveFrom>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t> hidden</w:t></w:r>"
        '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t> too</w:t></w:r>'
        "<w:r><w:instrText> PAGE </w:instrText></w:r></w:p>"
    )
    assert text_of(document) == "Kept too\n"


def test_footnotes_stand_at_the_end(note: Document) -> None:
    notes = (
        f'<w:footnotes {W}><w:footnote w:type="separator" w:id="0"><w:p><w:r><w:t>no</w:t></w:r></w:p></w:footnote>'
        '<w:footnote w:id="1"><w:p><w:r><w:t>See the report.</w:t></w:r></w:p></w:footnote></w:footnotes>'
    ).encode()
    kind = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    link = b'<Relationship Id="rId99" Type="%s" Target="footnotes.xml"/></Relationships>' % kind
    data = repacked(
        packed(note),
        lambda name, body: (
            body.replace(b"</Relationships>", link) if name == "word/_rels/document.xml.rels" else body
        ),
        **{"word/footnotes.xml": notes},
    )
    assert characters(data).text.endswith("2012.\n\n[^1]: See the report.\n")


def test_links_are_not_followed(note: Document) -> None:
    link = (
        b'<Relationship Id="rId99" TargetMode="External" Target="http://192.0.2.1/footnotes.xml"'
        b' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"/></Relationships>'
    )
    data = repacked(
        packed(note),
        lambda name, body: body.replace(b"</Relationships>", link) if "document" in name else body,
    )
    assert characters(data).text == text_of(note)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused_and_no_file_is_read(note: Document, tmp_path: Path, encoding: str) -> None:
    (tmp_path / "secret.txt").write_text("the secret")
    entity = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{(tmp_path / "secret.txt").as_uri()}">]>'

    def change(name: str, body: bytes) -> bytes:
        if name != "word/document.xml":
            return body
        xml = body.decode().replace("<w:document", f"{entity}<w:document", 1).replace("ILAC", "&e;")
        return xml.replace("UTF-8", encoding.upper(), 1).encode(encoding)

    assert refusal(tmp_path, repacked(packed(note), change)) == (
        "defines entities in word/document.xml, which Word never does"
    )


def test_a_package_that_expands_too_far_is_refused(note: Document, tmp_path: Path) -> None:
    bomb = repacked(packed(note), lambda name, body: body, **{"word/media/image1.png": bytes(120_000_000)})
    assert refusal(tmp_path, bomb).startswith("expands to 121 MB in ")
    spaces = repacked(
        packed(note), lambda name, body: body + b" " * 70_000_000 if name == "word/document.xml" else body
    )
    assert refusal(tmp_path, spaces).startswith("expands to 71 MB in ")
    parts = repacked(packed(note), lambda name, body: body, **{f"word/{n}.bin": b"" for n in range(10_001)})
    assert "parts: too much for a document" in refusal(tmp_path, parts)


def test_a_table_cell_that_claims_a_billion_columns_is_read() -> None:
    document = table(["ILAC", "IAF"])
    document.tables[0].cell(0, 0)._tc.get_or_add_tcPr().append(
        parse_xml(f'<w:gridSpan {W} w:val="1000000000"/>')
    )
    assert text_of(document).startswith("| ILAC |")


def test_macros_other_office_formats_and_passwords_are_refused(note: Document, tmp_path: Path) -> None:
    def of_type(kind: bytes) -> bytes:
        main = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
        return repacked(packed(note), lambda name, body: body.replace(main, kind))

    macros = of_type(b"application/vnd.ms-word.document.macroEnabled.main+xml")
    assert refusal(tmp_path, macros) == "has macros: save it as .docx without them"
    sheet = of_type(b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml")
    assert refusal(tmp_path, sheet) == "is not a Word document: only .docx is read"
    assert "without a password" in refusal(tmp_path, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512))
    (tmp_path / "a.docm").write_bytes(macros)
    with pytest.raises(InputError, match=r"cannot read this format: supported are .*docx"):
        read(tmp_path / "a.docm")


def test_what_is_no_whole_word_document_is_refused(note: Document, tmp_path: Path) -> None:
    damaged = "is damaged or cut off: it cannot be opened as a DOCX; save it anew"
    assert refusal(tmp_path, b"hello") == "is not a DOCX, whatever its name says"
    assert refusal(tmp_path, packed(note)[:2000]) == damaged
    assert refusal(tmp_path, repacked(packed(note), lambda name, body: body[:-20])) == damaged
    assert refusal(tmp_path, packed(docx.Document())) == "has no text"


def text_or_refusal(data: bytes) -> None:
    """In this process, as a child for each example is slow."""
    try:
        assert characters(data)
    except InputError as error:
        assert "\n" not in str(error)


@settings(deadline=None, max_examples=60)
@given(stop=st.floats(0, 1))
def test_a_document_cut_off_anywhere_is_read_or_refused(note: Document, stop: float) -> None:
    data = packed(note)
    text_or_refusal(data[: int(stop * len(data))])


@settings(deadline=None, max_examples=60)
@given(data=st.binary(max_size=200), at=st.floats(0, 1))
def test_a_document_with_other_bytes_anywhere_is_read_or_refused(
    note: Document, data: bytes, at: float
) -> None:
    whole = packed(note)
    start = int(at * len(whole))
    text_or_refusal(whole[:start] + data + whole[start + len(data) :])


@settings(deadline=None, max_examples=60)
@given(data=st.binary(max_size=200), at=st.floats(0, 1))
def test_a_body_with_other_bytes_anywhere_is_read_or_refused(note: Document, data: bytes, at: float) -> None:
    def change(name: str, body: bytes) -> bytes:
        start = int(at * len(body))
        return body[:start] + data + body[start:] if name == "word/document.xml" else body

    text_or_refusal(repacked(packed(note), change))


@settings(deadline=None, max_examples=60)
@given(data=st.binary(max_size=500))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    text_or_refusal(b"PK\x03\x04" + data)

"""Where on its page a slice of a PDF stands."""

from pathlib import Path

import pytest
from pypdfium2 import PdfDocument
from reportlab.pdfgen.canvas import Canvas

from qigraph.extraction import extract
from qigraph.loading.registry import load_registry
from qigraph.reading import Text, read
from tests.reading.test_pdf import LEFT, RIGHT, lines, member, pdf


def box_of(text: Text, words: str) -> tuple[float, float, float, float]:
    start = text.characters.index(words)
    found = text.box(start, start + len(words))
    assert found is not None
    return found


def test_a_box_is_measured_from_the_upper_left_corner(tmp_path: Path) -> None:
    text = read(pdf(tmp_path / "a.pdf", lambda canvas: lines(canvas, 60, 700, "ILAC chairs", "INetQI.")))
    left, top, width, height = box_of(text, "ILAC chairs")
    assert left == pytest.approx(60, abs=1)
    assert top < 800 - 700 < top + height  # the base line
    assert width == pytest.approx(51, abs=3)
    assert 9 < height < 16


def test_a_slice_over_two_lines_has_the_box_around_both(tmp_path: Path) -> None:
    text = read(pdf(tmp_path / "a.pdf", lambda canvas: lines(canvas, 60, 700, "ILAC chairs", "INetQI.")))
    one, other = box_of(text, "ILAC chairs"), box_of(text, "INetQI.")
    both = box_of(text, "chairs\nINetQI")
    assert both[:2] == (one[0], one[1])
    assert both[3] == pytest.approx(other[1] + other[3] - one[1], abs=0.1)


def test_columns_have_boxes_of_their_own(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, 60, 700, *LEFT)
        lines(canvas, 310, 700, *RIGHT)

    text = read(pdf(tmp_path / "a.pdf", page))
    assert box_of(text, LEFT[2])[0] == pytest.approx(60, abs=1)
    assert box_of(text, RIGHT[2])[0] == pytest.approx(310, abs=1)
    assert box_of(text, LEFT[2])[1] == box_of(text, RIGHT[2])[1]


@pytest.mark.parametrize(
    ("turn", "width", "height"), [(0, 600, 800), (90, 800, 600), (180, 600, 800), (270, 800, 600)]
)
def test_a_turned_page_is_measured_as_it_is_shown(tmp_path: Path, turn: int, width: int, height: int) -> None:
    def page(canvas: Canvas) -> None:
        canvas.translate(300, 400)
        canvas.rotate(turn)
        lines(canvas, -100, 20, "ILAC chairs", "INetQI.")

    document = PdfDocument(pdf(tmp_path / "flat.pdf", page))
    document[0].set_rotation(turn)
    document.save(tmp_path / "a.pdf")
    left, top, _, high = box_of(read(tmp_path / "a.pdf"), "ILAC chairs")
    assert left == pytest.approx(width / 2 - 100, abs=1)
    assert top < height / 2 - 20 < top + high


def test_a_cropped_page_is_measured_from_what_is_shown(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        canvas.setCropBox((50, 100, 500, 750))
        lines(canvas, 60, 700, "ILAC chairs INetQI.")

    left, top, _, height = box_of(read(pdf(tmp_path / "a.pdf", page)), "ILAC")
    assert left == pytest.approx(10, abs=1)
    assert top < 750 - 700 < top + height


def test_facts_of_a_pdf_carry_the_box_of_their_slice(tmp_path: Path) -> None:
    text = read(pdf(tmp_path / "a.pdf", member("BIPM", 2012), member("IAF", 2014)))
    found = [
        (evidence.page, evidence.box)
        for fact in extract(text, load_registry()).facts
        if fact.relation == "signedOn"
        for evidence in fact.evidence
    ]
    assert [page for page, _ in found] == [1, 2]
    for _, box in found:
        assert box is not None
        assert box[0] == pytest.approx(60, abs=1)
        assert box[1] < 100 < box[1] + box[3]
        assert box[3] == pytest.approx(24, abs=4)  # two lines


def test_a_document_without_pages_has_no_boxes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("ILAC chairs INetQI.")
    assert read(tmp_path / "a.txt").box(0, 4) is None


def test_a_slice_over_two_pages_has_the_box_on_the_first() -> None:
    placed = ((0, 4, (70.0, 50.0, 30.0, 10.0)), (5, 8, (70.0, 20.0, 20.0, 10.0)))
    assert Text("a.pdf", "ILAC\fIAF", lines=placed).box(0, 8) == (70.0, 50.0, 30.0, 10.0)

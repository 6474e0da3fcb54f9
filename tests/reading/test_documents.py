"""What is read, and what is refused with one line that says what to do."""

import codecs
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qigraph.errors import InputError
from qigraph.reading import read


def refusal(path: Path, **options: int) -> str:
    with pytest.raises(InputError) as refused:
        read(path, **options)
    message = str(refused.value)
    assert message.startswith(str(path))
    assert "\n" not in message
    return message.removeprefix(str(path))


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("a.txt", "text/plain"),
        ("a.md", "text/markdown"),
        ("a.markdown", "text/markdown"),
        ("a.html", "text/html"),
        ("A.HTM", "text/html"),
    ],
)
def test_suffix_tells_the_media_type(tmp_path: Path, name: str, media_type: str) -> None:
    (tmp_path / name).write_text("<b>BIPM</b>")
    text = read(tmp_path / name)
    assert (text.name, text.media_type, text.characters) == (name, media_type, "<b>BIPM</b>")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=50)
@given(body=st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=60))
def test_characters_of_utf8_are_kept(tmp_path: Path, body: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(f"x{body}".encode())
    assert read(path).characters == f"x{body}"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=50)
@given(lines=st.lists(st.sampled_from(["BIPM", "\r\n", "\r", "\n"]), max_size=8))
def test_line_ends_become_newlines(tmp_path: Path, lines: list[str]) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("".join(["x", *lines]).encode())
    assert "\r" not in read(path).characters
    assert read(path).characters.split("\n") == "".join(["x", *lines]).replace("\r\n", "\n").replace(
        "\r", "\n"
    ).split("\n")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
def test_byte_order_mark_is_a_character_of_the_text(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.txt").write_bytes("\ufeffComité".encode(encoding))
    assert read(tmp_path / "a.txt").characters == "\ufeffComité"


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [("iso-8859-1", "windows-1252"), ("windows-1252", "windows-1252"), ("koi8-r", "koi8-r"), ("GBK", "gbk")],
)
def test_html_is_read_in_the_encoding_it_declares(tmp_path: Path, declared: str, encoding: str) -> None:
    word = {"koi8-r": "Метрология", "gbk": "计量"}.get(encoding, "Comité “SI”")
    page = f'<html><meta http-equiv="Content-Type" content="text/html; charset={declared}">{word}'
    (tmp_path / "a.html").write_bytes(page.encode(encoding))
    assert read(tmp_path / "a.html").characters == page


def test_html_that_is_utf8_is_read_as_such_whatever_it_declares(tmp_path: Path) -> None:
    page = '<meta charset="iso-8859-1">Comité'
    (tmp_path / "a.html").write_bytes(page.encode())
    assert read(tmp_path / "a.html").characters == page


@pytest.mark.parametrize("declared", ["zlib", "rot13", "unicode_escape", "klingon"])
def test_html_that_declares_no_encoding_of_the_web_is_refused(tmp_path: Path, declared: str) -> None:
    (tmp_path / "a.html").write_bytes(b'<meta charset="' + declared.encode() + b'">Comit\xe9')
    assert f"unknown encoding {declared}" in refusal(tmp_path / "a.html")


def test_text_in_another_encoding_is_refused_with_the_place(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Comité".encode("windows-1252"))
    assert refusal(tmp_path / "a.txt").startswith(": not UTF-8 at byte 5: convert it, e.g. with iconv")


def test_utf16_that_breaks_off_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(codecs.BOM_UTF16_LE + b"B\x00I")
    assert "not utf-16-le at byte 4" in refusal(tmp_path / "a.txt")


def test_what_is_no_document_is_refused(tmp_path: Path) -> None:
    (tmp_path / "folder.txt").mkdir()
    (tmp_path / "report.odt").write_bytes(b"PK")
    os.mkfifo(tmp_path / "pipe.txt")
    assert refusal(tmp_path / "gone.txt") == ": no such file"
    assert refusal(tmp_path / "folder.txt") == ": is a folder, not a document"
    assert refusal(tmp_path / "pipe.txt") == ": is not a regular file"
    assert ".txt, .md, .markdown, .html, .htm, .pdf, .docx" in refusal(tmp_path / "report.odt")


@pytest.mark.parametrize("content", [b"", b" \r\n\t", "\ufeff\n".encode()])
def test_an_empty_document_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.txt").write_bytes(content)
    assert refusal(tmp_path / "a.txt") == ": the document is empty"


@pytest.mark.parametrize("content", [b"BIPM\x00ILAC", b"\x7fELF\x02\x01\x01\x03", bytes(range(1, 32)) * 4])
def test_a_binary_file_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.txt").write_bytes(content)
    assert refusal(tmp_path / "a.txt") == ": is binary, not text"


def test_a_stray_control_character_is_no_reason_to_refuse(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"BIPM and \x1b[31m ILAC cooperate.")
    assert "\x1b" in read(tmp_path / "a.txt").characters


def test_a_document_over_the_limit_is_refused_without_reading_it(tmp_path: Path) -> None:
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(100_000_000)
    assert refusal(tmp_path / "a.txt") == ": has 100 MB, a document may have 50 MB: split it"
    (tmp_path / "b.txt").write_bytes(b"BIPM")
    assert "split it" in refusal(tmp_path / "b.txt", largest=3)
    assert read(tmp_path / "b.txt", largest=4).characters == "BIPM"


def test_a_file_that_may_not_be_read_is_refused(unprivileged_folder: Path) -> None:
    (unprivileged_folder / "a.txt").write_bytes(b"BIPM")
    (unprivileged_folder / "a.txt").chmod(0)
    assert refusal(unprivileged_folder / "a.txt") == ": cannot be read: Permission denied"

"""A file is written whole or not at all."""

import os
import stat

import pytest

from qigraph.errors import InputError
from qigraph.writing import write_whole


def test_a_folder_that_may_not_be_written_to_is_refused(unprivileged_folder):
    unprivileged_folder.chmod(0o500)
    with pytest.raises(InputError, match="may not be written"):
        write_whole(unprivileged_folder / "page.html", b"x")


def test_writing_replaces_the_whole_file_and_leaves_nothing_beside(tmp_path):
    path = tmp_path / "page.html"
    path.write_text("old and much longer")
    path.chmod(0o640)
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert [found.name for found in tmp_path.iterdir()] == ["page.html"]


def test_writing_that_fails_leaves_the_old_file(tmp_path, monkeypatch):
    path = tmp_path / "page.html"
    path.write_text("old")

    def full(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(InputError, match="No space left on device"):
        write_whole(path, b"new")
    assert path.read_text() == "old"
    assert [found.name for found in tmp_path.iterdir()] == ["page.html"]


def test_writing_through_a_link_keeps_the_link(tmp_path):
    (tmp_path / "real.html").write_text("old")
    link = tmp_path / "link.html"
    link.symlink_to("real.html")
    write_whole(link, b"new")
    assert link.is_symlink()
    assert (tmp_path / "real.html").read_bytes() == b"new"

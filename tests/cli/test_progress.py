"""Progress is for people who wait: on a terminal, and after a second."""

import io

import pytest

from qigraph.cli.progress import progress_bar


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_nothing_is_reported_to_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr", io.StringIO())
    with progress_bar() as progress:
        assert progress is None


def test_short_work_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    with progress_bar() as progress:
        assert progress is not None
        progress("reading", 0, 2)
    assert terminal.getvalue() == ""


def test_long_work_shows_its_stage_on_standard_error(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr("qigraph.cli.progress.PATIENCE", -1.0)
    with progress_bar() as progress:
        assert progress is not None
        progress("reading", 1, 2)
    assert "reading" in terminal.getvalue()
    assert capsys.readouterr().out == ""

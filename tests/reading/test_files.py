"""Which files are documents, and by which names facts refer to them."""

from pathlib import Path

import pytest

from qigraph.errors import InputError
from qigraph.reading import collect, document_names, passed_over


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for name in ("2018/minutes.txt", "2019/minutes.txt", "2019/mou.html", "2019/scan.odt", ".git/notes.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("BIPM")
    (tmp_path / ".hidden.txt").write_text("BIPM")
    (tmp_path / "empty").mkdir()
    return tmp_path


def test_a_folder_gives_its_documents_and_passes_over_the_rest(tree: Path) -> None:
    found = [path.relative_to(tree).as_posix() for path in collect([tree])]
    assert found == ["2018/minutes.txt", "2019/minutes.txt", "2019/mou.html"]


def test_order_and_repetition_of_inputs_do_not_matter(tree: Path) -> None:
    once = collect([tree])
    assert collect([tree / "2019", tree / "2018" / "minutes.txt", tree / "2019" / "mou.html"]) == once
    (tree / "link.txt").symlink_to(tree / "2018" / "minutes.txt")
    assert len(collect([tree])) == len(once)


def test_files_of_other_formats_are_counted_but_hidden_ones_are_not(tree: Path) -> None:
    (tree / "README").write_text("BIPM")
    assert passed_over([tree]) == {".odt": 1, "no suffix": 1}
    assert passed_over([tree / "2018" / "minutes.txt"]) == {}


def test_a_loop_of_links_ends(tree: Path) -> None:
    (tree / "2018" / "up").symlink_to(tree)
    assert len(collect([tree / "2018"])) == 1


def test_a_file_is_taken_whatever_its_suffix_so_that_reading_can_refuse_it(tree: Path) -> None:
    assert collect([tree / "2019" / "scan.odt"]) == [tree / "2019" / "scan.odt"]


def test_a_folder_without_documents_is_refused(tree: Path) -> None:
    with pytest.raises(InputError, match=r"empty: no documents in this folder: supported are \.txt"):
        collect([tree, tree / "empty"])


def test_a_missing_input_is_refused(tree: Path) -> None:
    with pytest.raises(InputError, match=r"gone\.txt: no such file"):
        collect([tree / "gone.txt"])


def test_documents_of_one_file_name_are_named_by_their_path(tree: Path) -> None:
    named = document_names(collect([tree]))
    assert list(named) == ["2018/minutes.txt", "2019/minutes.txt", "mou.html"]
    assert named["2018/minutes.txt"] == tree / "2018" / "minutes.txt"


def test_names_do_not_depend_on_where_the_command_runs(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    absolute = list(document_names(collect([tree])))
    monkeypatch.chdir(tree / "2018")
    assert list(document_names(collect([Path(".."), Path("minutes.txt")]))) == absolute

"""Known sources are downloaded whole or not at all, whatever their publishers do."""

import hashlib
import io
import re
import socket
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
import yaml

from qigraph.errors import InputError, NotFoundError
from qigraph.fetching import fetch, known_sources
from qigraph.loading.registry import load_registry
from qigraph.reading.files import passed_over
from tests.fetching.publisher import Publisher, publishing

CONTENT = b"ionum,ccode,state,status,first_year,last_year\n" + b"2470,501,kenya,1,2010,2014\n" * 9000


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "*")


@pytest.fixture
def publisher() -> Iterator[Publisher]:
    with publishing(Publisher(content=CONTENT)) as one:
        yield one


def listed(folder: Path, publisher: Publisher, **file: Any) -> Path:
    """A list with one source, ``lakes``."""
    told = {"name": "data.csv", "url": publisher.url()} | file
    if "sha256" not in told:
        told["changes"] = "every day"
    path = folder / "sources.yaml"
    path.write_text(
        yaml.safe_dump(
            {"lakes": {"title": "Lakes", "page": "https://l.example", "licence": "CC0", "files": [told]}}
        )
    )
    return path


def get(folder: Path, publisher: Publisher, **file: Any) -> list[Any]:
    return fetch("lakes", folder / "in", sources=listed(folder, publisher, **file))


def refused(folder: Path, publisher: Publisher, **file: Any) -> str:
    with pytest.raises(InputError) as error:
        get(folder, publisher, **file)
    assert "\n" not in str(error.value)
    return str(error.value)


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def names(folder: Path) -> set[str]:
    return {path.name for path in (folder / "in").iterdir()}


def test_a_file_arrives_whole_with_a_record_of_what_it_is(publisher: Publisher, tmp_path: Path) -> None:
    (file,) = get(tmp_path, publisher)
    assert file.path.read_bytes() == CONTENT
    assert (file.changed, file.bytes, file.sha256) == (True, len(CONTENT), sha256(CONTENT))
    record = yaml.safe_load((tmp_path / "in" / "data.csv.fetched").read_text())
    assert (record["sha256"], record["url"], record["pinned"]) == (sha256(CONTENT), publisher.url(), False)
    assert len(record["fetched"]) == len("2031-05-04")
    assert names(tmp_path) == {"data.csv", "data.csv.fetched"}
    assert passed_over([tmp_path / "in"]) == {}
    assert publisher.asked[0]["User-Agent"].startswith("qigraph/")


def test_a_fixed_file_that_is_the_expected_one_is_kept_and_not_asked_for_again(
    publisher: Publisher, tmp_path: Path
) -> None:
    (first,) = get(tmp_path, publisher, sha256=sha256(CONTENT))
    (second,) = get(tmp_path, publisher, sha256=sha256(CONTENT))
    assert (first.changed, second.changed) == (True, False)
    assert len(publisher.asked) == 1


def test_a_fixed_file_that_is_another_one_is_not_kept(publisher: Publisher, tmp_path: Path) -> None:
    told = refused(tmp_path, publisher, sha256=sha256(b"another"))
    assert "is another file than expected" in told
    assert sha256(CONTENT)[:12] in told
    assert names(tmp_path) == set()


def test_a_wrong_file_leaves_the_right_one_that_was_there(publisher: Publisher, tmp_path: Path) -> None:
    get(tmp_path, publisher)
    publisher.content, publisher.tag = b"garbage", '"two"'
    refused(tmp_path, publisher, sha256=sha256(b"another"))
    assert (tmp_path / "in" / "data.csv").read_bytes() == CONTENT


def test_a_file_that_changes_is_asked_for_by_its_version(publisher: Publisher, tmp_path: Path) -> None:
    get(tmp_path, publisher)
    (same,) = get(tmp_path, publisher)
    assert not same.changed
    assert publisher.asked[1]["If-None-Match"] == '"one"'
    publisher.content, publisher.tag = CONTENT + b"x\n", '"two"'
    (newer,) = get(tmp_path, publisher)
    assert newer.changed
    assert newer.path.read_bytes() == CONTENT + b"x\n"


def test_a_file_that_somebody_changed_here_is_fetched_anew(publisher: Publisher, tmp_path: Path) -> None:
    (file,) = get(tmp_path, publisher)
    file.path.write_text("scribbled over")
    (again,) = get(tmp_path, publisher)
    assert again.changed
    assert again.path.read_bytes() == CONTENT


def test_what_breaks_off_goes_on_at_once_where_it_stopped(publisher: Publisher, tmp_path: Path) -> None:
    publisher.breaks_off_after = [100_000]
    (file,) = get(tmp_path, publisher)
    assert file.path.read_bytes() == CONTENT
    assert publisher.asked[1]["Range"] == "bytes=100000-"
    assert publisher.asked[1]["If-Range"] == '"one"'


def test_what_keeps_breaking_off_goes_on_the_next_time(publisher: Publisher, tmp_path: Path) -> None:
    publisher.breaks_off_after = [50_000, 50_000, 50_000]
    told = refused(tmp_path, publisher, sha256=sha256(CONTENT))
    assert "broke off after 0.1 MB of 0.2 MB: run it again to go on from there" in told
    assert "data.csv" not in names(tmp_path)
    (file,) = get(tmp_path, publisher, sha256=sha256(CONTENT))
    assert publisher.asked[-1]["Range"] == "bytes=150000-"
    assert file.path.read_bytes() == CONTENT
    assert names(tmp_path) == {"data.csv", "data.csv.fetched"}


def test_a_part_of_a_former_version_is_not_joined_to_a_newer_one(
    publisher: Publisher, tmp_path: Path
) -> None:
    publisher.breaks_off_after = [50_000, 10, 10]
    refused(tmp_path, publisher)
    publisher.content, publisher.tag = CONTENT[::-1], '"two"'
    (file,) = get(tmp_path, publisher)
    assert file.path.read_bytes() == CONTENT[::-1]


def test_a_publisher_that_takes_no_ranges_sends_it_all_again(publisher: Publisher, tmp_path: Path) -> None:
    publisher.takes_ranges = False
    publisher.breaks_off_after = [50_000]
    (file,) = get(tmp_path, publisher)
    assert file.path.read_bytes() == CONTENT


def test_a_part_longer_than_the_file_starts_over(publisher: Publisher, tmp_path: Path) -> None:
    publisher.breaks_off_after = [50_000, 50_000, 50_000]
    refused(tmp_path, publisher)
    publisher.content = CONTENT[:1000]  # the same tag for other content: a publisher in error
    (file,) = get(tmp_path, publisher)
    assert file.path.read_bytes() == CONTENT[:1000]


@pytest.mark.parametrize("tells_length", [True, False])
def test_a_file_that_is_too_large_is_not_kept(
    tells_length: bool, publisher: Publisher, tmp_path: Path
) -> None:
    publisher.tells_length = tells_length
    assert "has more than 0.1 MB: nothing was kept" in refused(tmp_path, publisher, largest=100_000)
    assert names(tmp_path) == set()


@pytest.mark.parametrize(
    ("status", "message"),
    [
        (404, "is not there any more (404): see the publisher's page"),
        (410, "is not there any more (410)"),
        (403, "answers 403"),
        (429, "asks to wait a while (429)"),
        (503, "answers 503"),
    ],
)
def test_a_refusal_is_told_in_one_line(
    status: int, message: str, publisher: Publisher, tmp_path: Path
) -> None:
    publisher.status = status
    told = refused(tmp_path, publisher)
    assert message in told
    assert publisher.url() in told
    assert names(tmp_path) == set()


def test_redirects_in_a_circle_end(publisher: Publisher, tmp_path: Path) -> None:
    publisher.leads_to = publisher.url()
    assert "leads in a circle" in refused(tmp_path, publisher)
    assert len(publisher.asked) < 20


@pytest.mark.parametrize(
    "place", ["http://lakes.example/data.csv", "file:///etc/passwd", "ftp://lakes.example/a"]
)
def test_redirects_away_from_tls_are_refused(place: str, publisher: Publisher, tmp_path: Path) -> None:
    publisher.leads_to = place
    refused(tmp_path, publisher)
    assert names(tmp_path) == set()


def test_redirects_of_the_publisher_are_followed(publisher: Publisher, tmp_path: Path) -> None:
    with publishing(Publisher(leads_to=publisher.url("moved.csv"))) as former:
        (file,) = get(tmp_path, former)
    assert file.path.read_bytes() == CONTENT


def test_without_a_network_one_line_says_so(tmp_path: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    told = refused(tmp_path, Publisher(address=f"http://127.0.0.1:{port}"))
    assert "cannot be reached" in told
    assert told.endswith("this needs a network")
    assert names(tmp_path) == set()


def test_what_is_not_encrypted_rightly_is_refused(publisher: Publisher, tmp_path: Path) -> None:
    publisher.address = publisher.address.replace("http://", "https://")
    assert "its certificate or encryption is not right" in refused(tmp_path, publisher)


def packed(name: str = "inner.csv", content: bytes = CONTENT) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return written.getvalue()


def test_the_file_that_is_wanted_comes_out_of_its_archive(publisher: Publisher, tmp_path: Path) -> None:
    publisher.content = packed()
    (file,) = get(tmp_path, publisher, member="inner.csv", sha256=sha256(packed()))
    assert file.path.read_bytes() == CONTENT
    (again,) = get(tmp_path, publisher, member="inner.csv", sha256=sha256(packed()))
    assert not again.changed
    assert names(tmp_path) == {"data.csv", "data.csv.fetched"}


@pytest.mark.parametrize(
    ("content", "member", "message"),
    [
        (packed("other.csv"), "inner.csv", "holds no inner.csv"),
        (b"no archive", "inner.csv", "is no ZIP archive"),
        (packed(content=b"0" * 3_000_000), "inner.csv", "inner.csv has more than 1 MB"),
        (packed()[:-40], "inner.csv", "is no ZIP archive"),
    ],
    ids=["another", "none", "bomb", "cut"],
)
def test_an_archive_that_is_wrong_is_refused(
    content: bytes, member: str, message: str, publisher: Publisher, tmp_path: Path
) -> None:
    publisher.content = content
    assert message in refused(tmp_path, publisher, member=member, largest=1_000_000)
    assert names(tmp_path) == set()


def test_two_at_once_do_not_write_into_each_other(publisher: Publisher, tmp_path: Path) -> None:
    import fcntl

    (tmp_path / "in").mkdir()
    with (tmp_path / "in" / ".data.csv.part").open("ab") as other:
        fcntl.flock(other, fcntl.LOCK_EX)
        assert "another qigraph is downloading it" in refused(tmp_path, publisher)


def test_a_folder_that_cannot_be_written_is_told(publisher: Publisher, tmp_path: Path) -> None:
    (tmp_path / "in").write_text("a file")
    assert "cannot be written" in refused(tmp_path, publisher)


def test_a_source_that_nobody_knows_is_told_with_those_that_are(publisher: Publisher, tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="no source 'seas': known are lakes"):
        fetch("seas", tmp_path, sources=listed(tmp_path, publisher))


def test_the_shipped_list_is_safe_and_says_of_each_file_why_it_has_no_checksum() -> None:
    known = known_sources()
    assert {"iso-open-data", "cow-igo", "cipm-decisions", "sdg", "ror"} <= known.keys()
    for source in known.values():
        assert source.page.startswith("https://") and source.licence
        for file in source.files:
            assert file.url.startswith("https://")
            assert bool(file.sha256) != bool(file.changes)
    assert known["ror"].files[0].url.startswith("https://api.ror.org/v2/organizations/0")


def test_records_and_answers_are_asked_for_by_the_codes_of_the_registry() -> None:
    known = known_sources()
    codes = {
        c for entry in load_registry().entries for scheme, c in entry.identifiers if scheme == "wikidata"
    }
    asked = [unquote(file.url) for file in known["wikidata"].files]
    assert {code for url in asked for code in re.findall(r"wd:(Q\d+)", url.split("}")[0])} == codes
    assert all(len(file.url) < 7000 for file in known["wikidata"].files)
    assert len({file.name for file in known["wikidata"].files}) == len(asked)
    assert {file.name for file in known["ror"].files} >= {"ror-055vkyj43.json"}


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"url": "http://lakes.example/a"}, "http://lakes.example/a is not https"),
        ({"url": "file:///etc/passwd"}, "is not https"),
        ({"name": "../outside.csv"}, "'../outside.csv' is no name for a file"),
        ({"name": ".hidden"}, "is no name for a file"),
        ({"sha256": "abc"}, "needs its sha256, or changes"),
        ({"size": 3}, "has the unknown key 'size'"),
    ],
)
def test_a_list_that_is_not_safe_is_refused(
    change: dict[str, Any], message: str, publisher: Publisher, tmp_path: Path
) -> None:
    assert message in refused(tmp_path, publisher, **change)


@pytest.mark.parametrize("written", ["- a", "lakes: {title: x}", "a: [", "lakes: 3"])
def test_what_is_no_list_is_refused(written: str, tmp_path: Path) -> None:
    (tmp_path / "sources.yaml").write_text(written)
    with pytest.raises(InputError) as error:
        known_sources(tmp_path / "sources.yaml")
    assert "\n" not in str(error.value)

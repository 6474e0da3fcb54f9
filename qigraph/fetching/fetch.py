"""Fetches a known source: downloads its files, holds them against their checksums, and puts them in their place."""

import hashlib
import os
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import yaml

from qigraph.errors import InputError, NotFoundError
from qigraph.fetching.download import Downloaded, download, shown
from qigraph.fetching.sources import SourceFile, known_sources
from qigraph.reading.files import FETCHED

__all__ = ["Fetched", "fetch"]

CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Fetched:
    """A file that is there.

    Parameters
    ----------
    path : Path
    changed : bool
        Whether it was not there before, or another one.
    bytes : int
    sha256 : str
        Of what the publisher sent.
    """

    path: Path
    changed: bool
    bytes: int
    sha256: str


def fetch(
    name: str,
    folder: str | Path = ".",
    *,
    sources: Path | None = None,
    progress: Callable[[str, int, int], None] | None = None,
) -> list[Fetched]:
    """Download a known source from its publisher.

    Parameters
    ----------
    name : str
        One of :func:`known_sources`.
    folder : str or Path
        To put its files in; made where it is missing.
    sources : Path, optional
        A list of sources of one's own.
    progress : callable, optional
        Called as ``progress(name, done, total)``.

    Returns
    -------
    list of Fetched
        One a file. One that is there already, and today's, is left as it is.

    Raises
    ------
    NotFoundError
        If no source has the name.
    InputError
        If a file cannot be had or is not the one that was expected; what was there before stays.
    """
    known = known_sources(sources)
    if name not in known:
        raise NotFoundError(f"no source {name!r}: known are {', '.join(known)}")
    place = Path(folder)
    try:
        place.mkdir(parents=True, exist_ok=True)
        return [_fetch(file, place / file.name, progress) for file in known[name].files]
    except OSError as error:
        raise InputError(
            f"{error.filename or place}: cannot be written: {error.strerror or error}"
        ) from error


def _fetch(file: SourceFile, target: Path, progress: Callable[[str, int, int], None] | None) -> Fetched:
    before = _record(target)
    is_there = (
        target.is_file() and before.get("file_sha256") == _sha256(target) and before.get("url") == file.url
    )
    if is_there and file.sha256 and before.get("sha256") == file.sha256:
        return Fetched(target, False, target.stat().st_size, file.sha256)
    known = str(before.get("version") or "") if is_there else ""
    found = download(file.url, target, largest=file.largest, known=known, progress=progress)
    if found is None:
        return Fetched(target, False, target.stat().st_size, str(before.get("sha256")))
    try:
        _check(file, found)
        whole = _member(file, found, target) if file.member else found.part
        digest = _sha256(whole)
        is_new = not is_there or digest != before.get("file_sha256")
        whole.chmod(0o644)
        whole.replace(target)
    finally:
        for left in (found.part, found.part.with_suffix(".json")):
            left.unlink(missing_ok=True)
    _write_record(file, found, target, digest)
    return Fetched(target, is_new, target.stat().st_size, found.sha256)


def _check(file: SourceFile, found: Downloaded) -> None:
    if file.sha256 and found.sha256 != file.sha256:
        raise InputError(
            f"{shown(file.url)}: is another file than expected (sha256 {found.sha256[:12]}…, not {file.sha256[:12]}…): "
            "it was not kept"
        )


def _member(file: SourceFile, found: Downloaded, target: Path) -> Path:
    """The file that is wanted, out of its archive."""
    whole = target.with_name(f".{target.name}.unpacked")
    try:
        with (
            zipfile.ZipFile(found.part) as archive,
            archive.open(file.member) as packed,
            whole.open("wb") as out,
        ):
            while chunk := packed.read(CHUNK):
                out.write(chunk)
                if out.tell() > file.largest:
                    raise InputError(
                        f"{shown(file.url)}: {file.member} has more than {file.largest / 1e6:.0f} MB"
                    )
            out.flush()
            os.fsync(out.fileno())
    except KeyError as error:
        whole.unlink(missing_ok=True)
        raise InputError(f"{shown(file.url)}: holds no {file.member}: see the publisher's page") from error
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError) as error:
        whole.unlink(missing_ok=True)
        raise InputError(f"{shown(file.url)}: is no ZIP archive that can be read: {error}") from error
    except InputError:
        whole.unlink(missing_ok=True)
        raise
    return whole


def _record(target: Path) -> dict[str, object]:
    try:
        told = yaml.safe_load(target.with_name(target.name + FETCHED).read_text(encoding="utf-8"))
    except (OSError, ValueError, yaml.YAMLError):
        return {}
    return told if isinstance(told, dict) else {}


def _write_record(file: SourceFile, found: Downloaded, target: Path, digest: str) -> None:
    """Write down what was downloaded, where from and when: of a file that changes nothing else tells which it is."""
    told = {
        "url": file.url,
        "fetched": datetime.now(UTC).date().isoformat(),
        "sha256": found.sha256,
        "file_sha256": digest,
        "bytes": found.bytes,
        "pinned": bool(file.sha256),
        "version": found.validator,
    }
    beside = target.with_name(target.name + FETCHED)
    new = beside.with_name(f".{beside.name}.new")
    new.write_text(yaml.safe_dump(told, sort_keys=False), encoding="utf-8")
    new.replace(beside)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()

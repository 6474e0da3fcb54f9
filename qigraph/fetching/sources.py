"""Which sources are known, and where their publishers have them: ``loaders/sources.yaml``."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import quote

import yaml

from qigraph.errors import InputError
from qigraph.fetching.download import is_allowed
from qigraph.loading.written import check_keys
from qigraph.reading.documents import LARGEST
from qigraph.resources import resource

__all__ = ["Source", "SourceFile", "known_sources"]

_KEYS = {"title", "page", "licence", "files", "each", "at_once"}
_FILE_KEYS = {"name", "url", "member", "sha256", "changes", "largest", "query"}
_NAME = re.compile(r"[\w{}-][\w.{}-]*")
_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file of a source.

    Parameters
    ----------
    name : str
        That it gets.
    url : str
        Where the publisher has it.
    member : str
        Of a ZIP archive, the file that is wanted; empty where the file itself is.
    sha256 : str
        Of a file that never changes, the checksum of what is downloaded.
    changes : str
        Of any other, why there is none.
    largest : int
        Bytes that it may have.
    query : str
        File of ``loaders/`` with the query that the address asks.
    """

    name: str
    url: str
    member: str = ""
    sha256: str = ""
    changes: str = ""
    largest: int = LARGEST
    query: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """A source, and its files.

    Parameters
    ----------
    name, title, page, licence : str
    files : tuple of SourceFile
    """

    name: str
    title: str
    page: str
    licence: str
    files: tuple[SourceFile, ...]


def known_sources(path: Path | None = None) -> Mapping[str, Source]:
    """The known sources by name.

    Parameters
    ----------
    path : Path, optional
        A list of the same form; the one that qigraph ships where none is given.

    Raises
    ------
    InputError
        If the list cannot be read, or names a file that could not be downloaded safely.

    Examples
    --------
    >>> known_sources()["sdg"].files[0].name
    'sdg-kos-goals-targets-indicators.ttl'
    """
    where = path or resource("loaders/sources.yaml")
    try:
        body = yaml.safe_load(where.read_text(encoding="utf-8"))
        if not isinstance(body, dict):
            raise ValueError("is no list of sources")
        return {str(name): _source(str(name), told) for name, told in body.items()}
    except yaml.YAMLError as error:
        raise InputError(f"{where}: is not YAML: {' '.join(str(error).split())}") from error
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{where}: cannot be read: {error}") from error
    except (ValueError, TypeError, AttributeError, KeyError) as error:
        raise InputError(f"{where}: {error}") from error


def _source(name: str, told: Mapping[str, Any]) -> Source:
    check_keys(told, _KEYS, name, needed={"title", "page", "licence", "files"})
    files = [_file(name, one) for one in told["files"]]
    if scheme := told.get("each"):
        codes, many = _codes(str(scheme)), int(told.get("at_once") or 1)
        parts = [codes[start : start + many] for start in range(0, len(codes), many)]
        files = [_for_codes(file, part, nth) for file in files for nth, part in enumerate(parts, start=1)]
    return Source(name, str(told["title"]), str(told["page"]), str(told["licence"]), tuple(files))


def _file(source: str, told: Mapping[str, Any]) -> SourceFile:
    check_keys(told, _FILE_KEYS, source, needed={"name", "url"})
    file = SourceFile(**told)
    if not _NAME.fullmatch(file.name):
        raise ValueError(f"{source}: {file.name!r} is no name for a file")
    if not is_allowed(file.url):
        raise ValueError(f"{source}: {file.url} is not https")
    if bool(file.sha256) == bool(file.changes) or (file.sha256 and not _SHA256.fullmatch(file.sha256)):
        raise ValueError(f"{source}: {file.name} needs its sha256, or changes: why it has none")
    return file


def _for_codes(file: SourceFile, codes: list[str], number: int) -> SourceFile:
    filled = {"{code}": codes[0], "{number}": str(number)}
    if file.query:
        query = resource(f"loaders/{file.query}").read_text(encoding="utf-8")
        filled["{query}"] = quote(query.replace("{items}", " ".join(f"wd:{code}" for code in codes)), safe="")
    name, url = file.name, file.url
    for hole, value in filled.items():
        name, url = name.replace(hole, value), url.replace(hole, value)
    return replace(file, name=name, url=url)


def _codes(scheme: str) -> list[str]:
    from qigraph.loading.registry import load_registry

    entries = load_registry().entries
    return sorted(code for entry in entries for known, code in entry.identifiers if known == scheme)

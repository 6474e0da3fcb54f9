"""Downloads one file: what was broken off goes on where it stopped, and nothing is there before all of it is."""

import fcntl
import hashlib
import http.client
import json
import os
import re
import ssl
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from email.message import Message
from pathlib import Path
from typing import IO, Any
from urllib.parse import urlsplit

from qigraph.errors import InputError

__all__ = ["Downloaded", "download", "is_allowed", "shown"]

TIMEOUT = 30.0
ATTEMPTS = 3
CHUNK = 1 << 16

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Downloaded:
    """A file that is wholly there, under a name that nobody else uses yet.

    Parameters
    ----------
    part : Path
    sha256 : str
    bytes : int
    validator : str
        By which the publisher knows this version (ETag or Last-Modified); empty where it tells none.
    """

    part: Path
    sha256: str
    bytes: int
    validator: str


def is_allowed(url: str) -> bool:
    """Whether a file may be asked for there: over TLS, or on this very machine.

    Examples
    --------
    >>> is_allowed("https://www.iso.org/a.json"), is_allowed("http://www.iso.org/a.json"), is_allowed("file:///etc")
    (True, False, False)
    """
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return False
    return bool(host) and (parts.scheme == "https" or (parts.scheme == "http" and host in _HERE))


_HERE = ("127.0.0.1", "localhost", "::1")


def shown(url: str) -> str:
    """An address as messages show it: without what is asked there.

    Examples
    --------
    >>> shown("https://query.wikidata.org/sparql?query=SELECT")
    'https://query.wikidata.org/sparql?…'
    """
    return re.sub(r"\?.*", "?…", url, flags=re.DOTALL)


class _Redirects(urllib.request.HTTPRedirectHandler):
    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: Message, newurl: str
    ) -> urllib.request.Request | None:
        if not is_allowed(newurl):
            raise InputError(
                f"{shown(req.full_url)}: leads to {newurl}, which is not https: nothing was downloaded"
            )
        return super().redirect_request(req, fp, code, msg, headers, newurl)  # type: ignore[arg-type]


def download(
    url: str, target: Path, *, largest: int, known: str = "", progress: Progress | None = None
) -> Downloaded | None:
    """Download a file beside its place.

    Parameters
    ----------
    url : str
    target : Path
        Where it will belong; what arrives is kept beside it until it is whole, and goes on from there next time.
    largest : int
        Bytes that it may have.
    known : str
        The version that is there already.
    progress : callable, optional
        Called as ``progress(name, done, total)``.

    Returns
    -------
    Downloaded or None
        None where the publisher says that the known version is today's.

    Raises
    ------
    InputError
        If it cannot be had, with the reason in one line.
    """
    part = target.with_name(f".{target.name}.part")
    with part.open("ab") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise InputError(
                f"{target}: another qigraph is downloading it: wait until it has ended"
            ) from error
        for attempt in range(1, ATTEMPTS + 1):
            before = file.tell()
            try:
                found = _once(url, file, part, largest, known, progress)
            except _BrokenOffError as error:
                # Go on at once as long as something arrives; what is there stays for the next time.
                if attempt == ATTEMPTS or 0 < file.tell() <= before:
                    raise InputError(f"{shown(url)}: {error}: run it again to go on from there") from error
                continue
            except InputError:
                if not file.tell():
                    _forget(part)
                raise
            if found is None:
                _forget(part)
            return found
    raise AssertionError("the last attempt ends the loop")


class _BrokenOffError(Exception):
    """The transfer ended before the file did."""


def _once(
    url: str, file: IO[bytes], part: Path, largest: int, known: str, progress: Progress | None
) -> Downloaded | None:
    have, validator = file.tell(), _note(part).get(url, "")
    if have and not validator:
        have = _empty(file)
    headers = {
        "User-Agent": f"qigraph/{_version()} (https://w3id.org/qigraph)",
        "Accept-Encoding": "identity",
    }
    if have:
        headers |= {"Range": f"bytes={have}-", "If-Range": validator}
    elif known:
        headers["If-None-Match" if known.startswith(('"', "W/")) else "If-Modified-Since"] = known
    try:
        answer = _open(url, headers)
    except urllib.error.HTTPError as error:
        error.close()
        if error.code == http.client.NOT_MODIFIED:
            return None
        if error.code == http.client.REQUESTED_RANGE_NOT_SATISFIABLE and have:
            _empty(file)
            raise _BrokenOffError("what was there does not belong to it") from error
        raise InputError(f"{shown(url)}: {_refusal(error)}") from error
    with answer:
        total = _length(answer)
        if answer.status == http.client.PARTIAL_CONTENT:
            if not str(answer.headers.get("Content-Range", "")).startswith(f"bytes {have}-"):
                _empty(file)
                raise _BrokenOffError("its publisher sent another part than was asked for")
            total = None if total is None else total + have
        elif have:
            have = _empty(file)
        validator = _validator(answer.headers)
        _write_note(part, {url: validator} if validator else {})
        if total is not None and total > largest:
            raise _too_large(url, largest, file)
        _receive(answer, file, url, largest, total, progress)
    return Downloaded(part, _sha256(part), part.stat().st_size, validator)


def _open(url: str, headers: dict[str, str]) -> http.client.HTTPResponse:
    opener = urllib.request.build_opener(
        _Redirects, urllib.request.HTTPSHandler(context=ssl.create_default_context())
    )
    if not is_allowed(url):
        raise InputError(f"{shown(url)}: is not https")
    try:
        answer: Any = opener.open(urllib.request.Request(url, headers=headers), timeout=TIMEOUT)  # noqa: S310
    except urllib.error.HTTPError:
        raise
    except (OSError, http.client.HTTPException) as error:
        raise InputError(f"{shown(url)}: cannot be reached: {_reason(error)}") from error
    found: http.client.HTTPResponse = answer
    return found


def _receive(
    answer: http.client.HTTPResponse,
    file: IO[bytes],
    url: str,
    largest: int,
    total: int | None,
    progress: Progress | None,
) -> None:
    try:
        while chunk := answer.read(CHUNK):
            file.write(chunk)
            if file.tell() > largest:
                raise _too_large(url, largest, file)
            if progress:
                progress(urlsplit(url).path.rpartition("/")[2], file.tell(), total or largest)
    except (OSError, http.client.HTTPException) as error:
        raise _BrokenOffError(f"broke off after {_size(file.tell())} ({_reason(error)})") from error
    finally:
        file.flush()
        os.fsync(file.fileno())
    if total is not None and file.tell() < total:
        raise _BrokenOffError(f"broke off after {_size(file.tell())} of {_size(total)}")


def _reason(error: BaseException) -> str:
    """What went wrong, and what to do about it."""
    cause = error.reason if isinstance(error, urllib.error.URLError) else error
    if isinstance(cause, ssl.SSLError):
        return f"its certificate or encryption is not right ({cause.reason or cause})"
    if isinstance(cause, TimeoutError):
        return f"no answer in {TIMEOUT:.0f} s"
    words = (cause.strerror if isinstance(cause, OSError) else "") or str(cause) or type(cause).__name__
    return f"{words}: this needs a network"


def _refusal(error: urllib.error.HTTPError) -> str:
    if 300 <= error.code < 400:
        return "leads in a circle"
    if error.code == http.client.TOO_MANY_REQUESTS:
        return "its publisher asks to wait a while (429)"
    if error.code in (http.client.NOT_FOUND, http.client.GONE):
        return f"is not there any more ({error.code}): see the publisher's page"
    return f"answers {error.code} {error.reason}"


def _too_large(url: str, largest: int, file: IO[bytes]) -> InputError:
    _empty(file)
    return InputError(f"{shown(url)}: has more than {_size(largest)}: nothing was kept")


def _empty(file: IO[bytes]) -> int:
    file.truncate(0)
    return file.seek(0)


def _length(answer: http.client.HTTPResponse) -> int | None:
    length = answer.headers.get("Content-Length", "")
    return int(length) if length.isdigit() else None


def _validator(headers: Message) -> str:
    """What If-Range takes: a strong ETag, else the date."""
    tag = str(headers.get("ETag") or "")
    return tag if tag.startswith('"') else str(headers.get("Last-Modified") or "")


def _note(part: Path) -> dict[str, str]:
    try:
        told = json.loads(part.with_suffix(".json").read_bytes())
    except (OSError, ValueError):
        return {}
    return told if isinstance(told, dict) else {}


def _write_note(part: Path, note: dict[str, str]) -> None:
    part.with_suffix(".json").write_text(json.dumps(note), encoding="utf-8")


def _forget(part: Path) -> None:
    for path in (part, part.with_suffix(".json")):
        path.unlink(missing_ok=True)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _size(count: int) -> str:
    return f"{count / 1e6:.1f} MB" if count >= 100_000 else f"{count} bytes"


def _version() -> str:
    import qigraph

    return str(qigraph.__version__)

"""Requests to a server that speaks HTTP: a limit on time and size, and one line where they fail."""

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import httpx

from qigraph.errors import QigraphError, QueryError
from qigraph.servers.address import Credentials, NotLetInError, check_address, credentials, is_local

__all__ = ["Server", "connect", "send"]

_SCHEMES = ("http", "https")
_PATIENCE = 15.0
"""Seconds in which a server must begin to answer what is not a query."""
_EXCERPT = 300


@dataclass(frozen=True, slots=True)
class Server:
    """An address, and the client that talks to it."""

    url: str
    client: httpx.Client

    def request(self, method: str, params: Mapping[str, str] | None = None, **options: Any) -> httpx.Request:
        """A request to the address, with what ``httpx.Client.build_request`` takes."""
        url = httpx.URL(self.url).copy_merge_params(dict(params or {}))
        return self.client.build_request(method, url, **options)


@contextmanager
def connect(url: str, login: Credentials | None = None, *, tls: bool = True) -> Iterator[Server]:
    """A client for one server, closed at the end.

    Parameters
    ----------
    url : str
        ``http://`` or ``https://``.
    login : Credentials or None
        Taken from ``SPARQL_USERNAME`` and ``SPARQL_PASSWORD`` where not given.
    tls : bool
        Whether another machine must be spoken to with encryption.

    Raises
    ------
    InputError
        If the address is none.
    """
    check_address(url, _SCHEMES, tls=tls)
    login = login or credentials("SPARQL")
    auth = (login.user, login.password) if login else None
    with httpx.Client(auth=auth, timeout=_PATIENCE, trust_env=not is_local(url)) as client:
        yield Server(url, client)


def send(
    server: Server,
    request: httpx.Request,
    timeout: float,
    max_bytes: int,
    missing: Mapping[int, bytes] | None = None,
) -> tuple[str, bytes]:
    """Send a request and read the answer.

    Parameters
    ----------
    server : Server
    request : httpx.Request
        One that it made.
    timeout : float
        Seconds for all of it.
    max_bytes : int
        More of an answer is an error.
    missing : mapping of int to bytes, optional
        What some codes of failure mean, such as 404 nothing.

    Returns
    -------
    media_type : str
        Without its parameters.
    content : bytes

    Raises
    ------
    NotLetInError
        If the server wants another name or password.
    QueryError
        If the server refuses, takes too long, or answers too much.
    QigraphError
        If it does not answer.
    """
    deadline = time.monotonic() + timeout
    try:
        request.extensions["timeout"] = httpx.Timeout(_PATIENCE, read=timeout, write=timeout).as_dict()
        response = server.client.send(request, stream=True)
        try:
            parts, size = [], 0
            for part in response.iter_bytes():
                parts.append(part)
                size += len(part)
                if size > max_bytes:
                    raise QueryError(
                        f"the answer is larger than {max_bytes / 1e6:g} MB: add LIMIT, or ask for less"
                    )
                if time.monotonic() > deadline:
                    raise QueryError(_late(timeout))
        finally:
            response.close()
    except (httpx.ReadTimeout, httpx.WriteTimeout) as error:
        raise QueryError(_late(timeout)) from error
    except (httpx.TransportError, httpx.DecodingError) as error:
        raise QigraphError(f"{server.url}: no answer from a server: {_line(str(error))}") from error
    content = b"".join(parts)
    if missing is not None and response.status_code in missing:
        return "", missing[response.status_code]
    if response.status_code in (401, 403):
        raise NotLetInError(f"{server.url}: not let in: check SPARQL_USERNAME and SPARQL_PASSWORD")
    if not response.is_success:
        said = _line(content.decode("utf-8", "replace"))[:_EXCERPT] or response.reason_phrase
        raise QueryError(f"the server refused ({response.status_code}): {said}")
    return response.headers.get("content-type", "").split(";")[0].strip().lower(), content


def _late(timeout: float) -> str:
    return f"stopped after {timeout:g} s: ask for less, or allow more time"


def _line(text: str) -> str:
    return " ".join(text.split())

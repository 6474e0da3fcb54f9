"""Answers: what a failure is called in HTTP, and bodies that go out part by part."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from qigraph.errors import LimitError, OverrunError, QueryError, RefusedError
from qigraph.serving.engine import Client

__all__ = ["RETRY", "Answers", "client_of", "status_of"]

RETRY = {"Retry-After": "5"}
"""What a client that finds too many others is told."""

_PART = 65_536
_STATUS = {RefusedError: 403, OverrunError: 504, LimitError: 500, QueryError: 400}


def status_of(error: QueryError) -> int:
    """The status of a query that failed.

    Examples
    --------
    >>> status_of(OverrunError("late")), status_of(QueryError("syntax error"))
    (504, 400)
    """
    return next(_STATUS[kind] for kind in type(error).__mro__ if kind in _STATUS)


def client_of(request: Request) -> Client:
    """Who asks."""
    return Client(request.client.host if request.client else "", request.is_disconnected)


class Answers:
    """Makes responses, and knows how many bytes of them wait for slow clients.

    Parameters
    ----------
    most : int
        Bytes that may wait all in all.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self.unsent = 0

    @property
    def full(self) -> bool:
        """Whether so much waits that no more can be taken on."""
        return self.unsent > self._most

    def response(self, body: bytes, media_type: str) -> Response:
        """A response with this body."""
        kind = f"{media_type}; charset=utf-8" if media_type.startswith("text/") else media_type
        headers = {"Content-Type": kind, "Vary": "Accept", "Cache-Control": "no-cache"}
        return _InParts(self, body, headers)


class _InParts(Response):
    """Goes out part by part, the next one when the client has taken the one before."""

    def __init__(self, answers: Answers, body: bytes, headers: dict[str, str]) -> None:
        super().__init__(body, headers=headers)
        self._answers = answers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        size = len(self.body)
        self._answers.unsent += size
        try:
            await send(
                {"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers}
            )
            for start in range(0, size, _PART):
                part = bytes(self.body[start : start + _PART])
                await send({"type": "http.response.body", "body": part, "more_body": True})
            await send({"type": "http.response.body", "body": b""})
        finally:
            self._answers.unsent -= size

"""What every request passes: whose name it asks by, what a browser may do with the answer, a line in the log."""

import ipaddress
import re
import time
from collections.abc import Iterable

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from qigraph.serving.log import log

__all__ = ["CLOSED", "Guard", "is_ours"]

CLOSED = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
"""Content security policy of what is no page: nothing may run, load or be framed."""

_SECURITY = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
_EXCERPT = 300


def is_ours(host: str, names: Iterable[str]) -> bool:
    """Whether the Host header names this server, rather than a name that somebody pointed at its address.

    Examples
    --------
    >>> is_ours("localhost:8080", ()), is_ours("[::1]", ()), is_ours("evil.example", ()), is_ours("qi", ("qi",))
    (True, True, False, True)
    """
    found = re.fullmatch(r"(\[[0-9A-Fa-f:.]+\]|[^:\[\]]+)(?::\d{1,5})?", host)
    if found is None:
        return False
    name = found[1].lower().strip("[]")
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return name == "localhost" or name in {known.lower() for known in names}
    return True


class Guard:
    """Wraps an application.

    Parameters
    ----------
    app : ASGIApp
        What answers.
    names : iterable of str
        Names of this machine beside localhost and addresses.
    shared : bool
        Whether pages of other origins may read answers.
    """

    def __init__(self, app: ASGIApp, names: Iterable[str], shared: bool) -> None:
        self._app, self._names = app, tuple(names)
        self._headers = _SECURITY | {
            "Cross-Origin-Resource-Policy": "cross-origin" if shared else "same-origin"
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun = time.monotonic()
        status = size = 0

        async def guarded(message: Message) -> None:
            nonlocal status, size
            if message["type"] == "http.response.start":
                status = message["status"]
                headers = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    headers[name] = value
                headers.setdefault("Content-Security-Policy", CLOSED)
            size += len(message.get("body", b""))
            await send(message)

        app = self._app if is_ours(Headers(scope=scope).get("host", ""), self._names) else _not_ours
        try:
            await app(scope, receive, guarded)
        finally:
            log(
                "request",
                level="info" if 0 < status < 500 else "warning",
                client=scope["client"][0] if scope.get("client") else None,
                method=scope["method"],
                path=scope["path"],
                status=status or None,
                bytes=size,
                ms=round((time.monotonic() - begun) * 1000, 1),
                **({"query": scope["query"][:_EXCERPT]} if "query" in scope else {}),
            )


async def _not_ours(scope: Scope, receive: Receive, send: Send) -> None:
    message = "this server is not known by that name: whoever runs it can allow it with --allow-host"
    await PlainTextResponse(message, 421)(scope, receive, send)

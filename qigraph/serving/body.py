"""The body of a request: so many bytes, in so many seconds."""

import asyncio

from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request

from qigraph.serving.engine import GoneError
from qigraph.serving.settings import MAX_REQUEST, PATIENCE

__all__ = ["media_type", "read_body"]


async def read_body(request: Request) -> bytes:
    """All of it.

    Raises
    ------
    HTTPException
        413 if there is too much of it, 408 if it comes too slowly.
    GoneError
        If the client goes before its end.
    """
    if int(request.headers.get("content-length", 0)) > MAX_REQUEST:
        raise _too_large()
    received = bytearray()
    try:
        async with asyncio.timeout(PATIENCE):
            async for part in request.stream():
                received += part
                if len(received) > MAX_REQUEST:
                    raise _too_large()
    except TimeoutError as error:
        raise HTTPException(408, f"the request was not complete after {PATIENCE:g} s") from error
    except ClientDisconnect as error:
        raise GoneError from error
    return bytes(received)


def media_type(request: Request) -> str:
    """What the body says it is, without parameters.

    Raises
    ------
    HTTPException
        415 if its characters are not UTF-8.
    """
    kind, _, parameters = request.headers.get("content-type", "").lower().partition(";")
    for parameter in parameters.split(";"):
        name, _, value = parameter.strip().partition("=")
        if name == "charset" and value.strip('"') not in ("utf-8", "utf8", "us-ascii"):
            raise HTTPException(415, f"the characters must be UTF-8, not {value}")
    return kind.strip()


def _too_large() -> HTTPException:
    return HTTPException(413, f"a request may have {MAX_REQUEST / 1e6:g} MB")
